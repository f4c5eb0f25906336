import { readFileSync } from 'node:fs';
import { App, DefaultStackSynthesizer } from 'aws-cdk-lib/core';
import { System } from './system';
import { SystemStack } from './system-stack';

const app = new App();
const system = JSON.parse(readFileSync(app.node.getContext('system'), 'utf8')) as System;
// As `cdk init` leaves it, unless asked for the smallest template that is possible.
const synthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: !app.node.tryGetContext('smallest') });
new SystemStack(app, 'System', { system, synthesizer });

import { readFileSync } from 'node:fs';
import { App, DefaultStackSynthesizer } from 'aws-cdk-lib/core';
import { System } from './system';
import { SystemStack } from './system-stack';

const app = new App();
const system = JSON.parse(readFileSync(app.node.getContext('system'), 'utf8')) as System;
// The default of `cdk init`, except for the smallest possible template.
const synthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: !app.node.tryGetContext('smallest') });
new SystemStack(app, 'System', { system, synthesizer });

'use strict';
// Prints as JSON what cdk-nag has against each of the templates that are its arguments.
const { App, Aspects, DefaultStackSynthesizer, Stack } = require('aws-cdk-lib');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');
const { AwsSolutionsChecks } = require('cdk-nag');

const app = new App();
const stacks = new Map();
process.argv.slice(2).forEach((file, number) => {
  // Nothing but what the template has: a template of the CDK itself has the bootstrap's version already.
  const synthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
  const stack = new Stack(app, `Stack${number}`, { synthesizer, analyticsReporting: false });
  new CfnInclude(stack, 'Template', { templateFile: file });
  stacks.set(stack, { file, complies: 0, found: [], broken: [] });
});

const told = ({ resource }) => stacks.get(Stack.of(resource));
const named = ({ ruleId, resource }) => ({ rule: ruleId, resource: resource.node.id });
const log = {
  onCompliance: (data) => { told(data).complies += 1; },
  onNonCompliance: (data) => { told(data).found.push(named(data)); },
  onSuppressed: () => {},
  // A rule that could not read a value has not looked at it.
  onError: (data) => { told(data).broken.push({ ...named(data), why: data.errorMessage }); },
  onSuppressedError: (data) => { told(data).broken.push({ ...named(data), why: data.errorMessage }); },
  onNotApplicable: () => {},
};
Aspects.of(app).add(new AwsSolutionsChecks({ reports: false, additionalLoggers: [log] }));
app.synth();
process.stdout.write(JSON.stringify([...stacks.values()]));

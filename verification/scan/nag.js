'use strict';
// Prints the findings of cdk-nag as JSON. The arguments are templates.
const { App, Aspects, DefaultStackSynthesizer, Stack } = require('aws-cdk-lib');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');
const { AwsSolutionsChecks } = require('cdk-nag');

const app = new App();
const stacks = new Map();
process.argv.slice(2).forEach((file, number) => {
  // Adds nothing to the template. Templates of the CDK have the rule about the bootstrap version already.
  const synthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
  const stack = new Stack(app, `Stack${number}`, { synthesizer, analyticsReporting: false });
  new CfnInclude(stack, 'Template', { templateFile: file });
  stacks.set(stack, { file, complies: 0, found: [], errors: [] });
});

const stackOf = ({ resource }) => stacks.get(Stack.of(resource));
const finding = ({ ruleId, resource }) => ({ rule: ruleId, resource: resource.node.id });
const log = {
  onCompliance: (data) => { stackOf(data).complies += 1; },
  onNonCompliance: (data) => { stackOf(data).found.push(finding(data)); },
  onSuppressed: () => {},
  // An error means that the rule could not read a value, so it checked nothing.
  onError: (data) => { stackOf(data).errors.push({ ...finding(data), why: data.errorMessage }); },
  onSuppressedError: (data) => { stackOf(data).errors.push({ ...finding(data), why: data.errorMessage }); },
  onNotApplicable: () => {},
};
Aspects.of(app).add(new AwsSolutionsChecks({ reports: false, additionalLoggers: [log] }));
app.synth();
process.stdout.write(JSON.stringify([...stacks.values()]));

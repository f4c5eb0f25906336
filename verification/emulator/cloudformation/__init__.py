"""CloudFormation: templates, stacks, change sets, and what makes, updates and deletes their resources."""

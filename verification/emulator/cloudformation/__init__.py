"""Implements CloudFormation: templates, stacks, change sets, and the creation, update and deletion of resources."""

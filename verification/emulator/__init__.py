"""Emulates the part of AWS that this project's templates need, so that tests can deploy without an account.

It is not AWS: AWS may reject a template that the emulator accepts. ``python -m emulator --port 0`` serves moto, a
Python emulator of AWS's APIs, with two additions:

- ``cloudformation`` replaces moto's CloudFormation. That one ignores the order of resources, does not roll back, loses
  outputs and drops unknown properties. ``resource`` has a class per resource type. Each class calls the public API of
  moto's services, so tests read back exactly what a service received.
- ``moto_patches`` adds checks to moto's services, because moto accepts requests that AWS rejects.

``limitations`` lists the behavior of AWS that the emulator does not have.
"""

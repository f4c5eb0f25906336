"""An emulator of the part of AWS that the templates of this project need. It is not AWS.

``python -m emulator --port 0`` serves moto (a Python emulator of AWS's APIs) and puts two things of its own in it:

- ``cloudformation``: a CloudFormation of its own in place of moto's, which keeps no order, undoes nothing that failed,
  loses outputs and drops properties that it does not know. The types that it makes are in ``resource``; each calls the
  public API of moto's services, so that what a test reads back is what a service was told.
- ``service``: checks in front of moto's services, which take what AWS refuses.

What it still does not know is in ``unknown``.
"""

"""What the simulated model servers share: a server on a real port, its connections, its clock and its records."""

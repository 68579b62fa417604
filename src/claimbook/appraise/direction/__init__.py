"""Which way an outcome went under an intervention."""

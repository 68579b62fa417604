"""What was compared with what."""

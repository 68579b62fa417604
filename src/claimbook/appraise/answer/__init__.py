"""Questions in plain words: taken apart, and answered."""

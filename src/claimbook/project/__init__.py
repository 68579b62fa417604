"""Where a project keeps things, and how its files are read, explained when wrong, checked and written."""

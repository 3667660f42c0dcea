"""One module per calculator; the file name is its id with underscores."""

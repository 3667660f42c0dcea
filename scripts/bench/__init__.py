"""Measurements: the arithmetic beside other libraries, start-up beside bare Pyodide, and use."""

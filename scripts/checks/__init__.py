"""What ``make check`` looks at: format, lint, types, who imports whom, words."""

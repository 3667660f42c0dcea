"""The generator: what turns words, rules and numbers into a site."""

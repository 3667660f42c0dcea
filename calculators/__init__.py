"""The numbers of 还清: consumer-credit arithmetic, exact to the fen, for people behind on a loan."""

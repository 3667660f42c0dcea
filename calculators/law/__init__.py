"""What the dated rules come to: caps on yearly cost, court fees, conduct of collectors, notices."""

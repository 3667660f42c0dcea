"""A package of our own name: one of the packages measured by ``make bench`` brings another."""

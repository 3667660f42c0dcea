"""The parts of the live preview: what changed, the process that builds, and the server that shows."""

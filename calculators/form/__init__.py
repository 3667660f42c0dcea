"""What a reader may type: the declaration of inputs, and the reading of what was typed."""

"""What a calculator answers: the `Result`, its JSON, and how its values are worded."""

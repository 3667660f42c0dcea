"""What can go wrong with a rule."""


class UnknownRule(KeyError):
    """No rule has this id."""

    def __str__(self) -> str:
        return f"no rule is called {self.args[0]!r}"


class NotInForce(LookupError):
    """The rule, or this value of it, does not apply on the day that was asked for."""


class RuleFileError(ValueError):
    """A rule file is wrong; reads `path:line: reason`."""

    def __init__(self, path: str, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path, self.line, self.reason = path, line, reason

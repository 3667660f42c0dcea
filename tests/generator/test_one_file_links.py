"""The links of the edition of one file."""

from __future__ import annotations

import pytest

from scripts.generator.publish.one_file import OneFileError, routed

ROUTES = {"/", "/stages/", "/stages/late/", "/letters/"}


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("../", "#/stages/"),
        ("..", "#/stages/"),
        ("../..", "#/"),
        ("../../.", "#/"),
        ("../../letters/#words", "#/letters/#words"),
        ("#_2", "#/stages/late/#_2"),
        ("./", "#/stages/late/"),
        ("/letters/", "#/letters/"),
    ],
)
def test_a_link_leads_to_a_place_in_the_file(link: str, expected: str) -> None:
    assert routed(link, "/stages/late/", ROUTES) == expected


def test_a_link_to_what_the_file_does_not_hold_stops_the_build() -> None:
    with pytest.raises(OneFileError, match=r"/stages/late/: \.\./none/ leads to no page"):
        routed("../none/", "/stages/late/", ROUTES)

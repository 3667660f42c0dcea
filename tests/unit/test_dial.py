"""A hotline's number becomes a link to ring it; what only has the same digits does not."""

import pytest

from calculators.view import dial
from calculators.view.phones import linked


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("先打 12378。", 'tel:12378">12378</a>'),
        ("打110报警", 'tel:110">110</a>'),
        ("打 110 和 120", 'tel:120">120</a>'),
        ("就打 110、120，或者", 'tel:120">120</a>'),
        ("先记下 110、120、12348。", 'tel:12348">12348</a>'),
        ("报给 010-12321", 'tel:010-12321">010-12321</a>'),
        ("可以向 12321 举报", 'tel:010-12321">12321</a>'),
        ("电话：12363", 'tel:12363">12363</a>'),
        ("<li>打 <strong>12348</strong></li>", 'tel:12348">12348</a>'),
        ('<data data-rule="hotline-12368.phone">12368</data>', 'tel:12368">12368</a>'),
        ("<pre>打 12378</pre><p>打 12363", 'tel:12363">12363</a>'),
    ],
)
def test_a_number_can_be_pressed(html: str, wanted: str) -> None:
    assert wanted in dial(html)


@pytest.mark.parametrize(
    "html",
    [
        "晚了 110 天",
        "120 元",
        "12,378.00 元",
        "30、60、90、120、150",
        "第 12378 号",
        "112378",
        "2026-12348",
        '<td class="hq-number">110</td>',
        '<data data-figure="days" value="120">120</data>',
        '<pre class="hq-document">可以打 12378。</pre>',
        '<a href="tel:12378">12378</a>',
        '<a href="x"><b>打 12378</b></a>',
        "<option>打 12368</option>",
        "<code>12368</code>",
        '<input value="12368">',
    ],
)
def test_the_rest_stays_to_the_letter(html: str) -> None:
    assert dial(html) == html


def test_a_number_in_a_link_is_rung_and_the_rest_opens_the_page() -> None:
    html = linked("先打 12348 问<br>", "../rights/hotlines/")
    page = '<a href="../rights/hotlines/">'
    assert html == f'{page}先打 </a><a href="tel:12348">12348</a>{page} 问&lt;br&gt;</a>'
    assert linked("写一封信", "x/") == '<a href="x/">写一封信</a>'

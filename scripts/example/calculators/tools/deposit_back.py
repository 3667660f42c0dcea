"""押金该退多少: a deposit less what may be kept from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.answer.result import Figure, Notice, Result, Step, Unit, Working
from calculators.answer.wording import show
from calculators.finance.money import ZERO, total
from calculators.form.declare import money
from calculators.tool import Tool


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What was paid at the start, and what is really owed at the end; all in yuan."""

    deposit: Decimal = money("交了多少押金", default="3000", minimum="0.01")
    rent: Decimal = money("还欠多少房租", default="0", help="没有就填 0。")
    bills: Decimal = money("还欠多少水电", default="120", help="照表算。")
    repair: Decimal = money("你弄坏的东西，修要多少", default="200", help="正常住旧的不算。")


def calculate(inputs: Inputs, on: date) -> Result:
    """What is to be given back: never below nothing; what is owed beyond it is said apart."""
    kept = total((inputs.rent, inputs.bills, inputs.repair))
    refund, owed = max(ZERO, inputs.deposit - kept), max(ZERO, kept - inputs.deposit)
    deposit, left = show(inputs.deposit, Unit.YUAN), show(refund, Unit.YUAN)
    return Result(
        headline=f"押金 {deposit}，减掉能扣的，该退 {left}。",
        figures=(
            Figure("refund", "该退给你", refund, Unit.YUAN, gives="own_total"),
            Figure("kept", "能扣的一共", min(kept, inputs.deposit), Unit.YUAN),
            Figure("owed", "押金不够，还差", owed, Unit.YUAN),
        ),
        workings=(Working("怎么算的", (f"{deposit} − {show(kept, Unit.YUAN)}，不够减就是 0。",)),),
        left_out=("提前退租的违约金，看合同怎么写。",),
        notices=(Notice("正常住旧了的，不用你赔。", ("civil-code-710",), "law"),),
        steps=(Step("写一封信给房东", "letters/return-deposit"),),
    )


TOOL = Tool("deposit-back", "押金该退多少", "把能扣的减掉，看看还剩多少。", Inputs, calculate)

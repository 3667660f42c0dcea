"""Many readers at once: ``python -m scripts.bench.load [--rate 2000]``.

The built site behind nginx with our sample, over TLS, files at random and packed as browsers ask for
them: from a whole build, as one made with ``--look`` has no packed siblings and nginx packs at each
request. Needs nginx and wrk (``apt install nginx-light openssl wrk``). Prints what was answered, what
failed and how long the answers took; ends with status 1 if one failed or they were fewer than asked.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from scripts.bench import nginx
from scripts.generator.steps import BUILD

CONNECTIONS, THREADS = 100, 2
# As wrk has it: each connection waits so many milliseconds between an answer and its next question.
PACE = """
local paths = {}
for line in io.lines("%(paths)s") do paths[#paths + 1] = line end
local at = 0
function init(args) math.randomseed(os.time()); at = math.random(#paths) end
function delay() return %(wait)d end
function request()
  at = at %% #paths + 1
  return wrk.format("GET", paths[at], {["Accept-Encoding"] = "gzip"})
end
function done(summary, latency)
  local e = summary.errors
  io.write(string.format("answered %%d in %%.1f s; failed %%d; p50 %%.1f ms, p99 %%.1f ms, longest %%.1f ms\\n",
    summary.requests, summary.duration / 1e6, e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
"""


def main() -> int:
    """Measure and print; see the module."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench.load")
    parser.add_argument("--rate", type=int, default=2000)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--site", type=Path, default=BUILD / "site")
    given = parser.parse_args()
    if not (nginx.is_here() and shutil.which("wrk")):
        print("load: apt install nginx-light openssl wrk")
        return 1
    said = measured(given.site.resolve(), given.rate, given.seconds)
    print(said)
    numbers = re.search(r"answered (\d+) in ([\d.]+) s; failed (\d+)", said)
    if not numbers:
        return 1
    answered, took, failed = (float(number) for number in numbers.groups())
    print(f"{answered / took:.0f} a second; load of the machine {os.getloadavg()[0]:.1f}")
    return int(failed > 0 or answered / took < given.rate)


def measured(site: Path, rate: int, seconds: int) -> str:
    """What wrk says of so many seconds at this rate, or nearly: answers, failures, times."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        top.chmod(0o755)
        (top / "paths").write_text("\n".join(_paths(site)), "utf-8")
        wait = int(1000 * CONNECTIONS / rate * 0.9)
        script = top / "pace.lua"
        script.write_text(PACE % {"paths": top / "paths", "wait": wait}, "utf-8")
        with nginx.running(site, BUILD / "hosting" / "nginx.conf", top) as ports:
            command = ["wrk", f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{seconds}", "-s", str(script)]
            address = f"https://127.0.0.1:{ports.secure}"
            done = subprocess.run([*command, address], capture_output=True, text=True, check=True)
    return done.stdout.strip().splitlines()[-1]


def _paths(site: Path) -> list[str]:
    """Pages and what they are made of, each once, in an order of chance; the large file among them."""
    kinds = {".html", ".css", ".js", ".svg", ".wasm", ".webmanifest"}
    files = sorted(path for path in site.rglob("*") if path.suffix in kinds)
    random.Random(20261125).shuffle(files)
    names = (path.relative_to(site).as_posix().removesuffix("index.html") for path in files)
    return [f"/{quote(name)}" for name in names]


if __name__ == "__main__":
    sys.exit(main())

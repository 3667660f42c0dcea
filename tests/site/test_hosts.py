"""The headers for hosts, in each one's words."""

from __future__ import annotations

import json

import pytest

from scripts.generator.publish import hosts, policy

SENT = hosts.headers(policy.sent(()))
SAMPLES = {
    "netlify": hosts.for_netlify(SENT),
    "nginx": hosts.for_nginx(SENT, "site"),
    "apache": hosts.for_apache(SENT),
    "vercel": hosts.for_vercel(SENT),
}


@pytest.mark.parametrize("host", SAMPLES)
def test_every_sample_sends_every_header(host: str) -> None:
    assert {"Strict-Transport-Security", "Content-Security-Policy", "Referrer-Policy"} <= set(SENT)
    for name, value in SENT.items():
        assert name in SAMPLES[host]
        assert (json.dumps(value)[1:-1] if host == "vercel" else value) in SAMPLES[host]


def test_the_nginx_sample_leads_from_port_80_to_a_secure_line_and_serves_nothing_there() -> None:
    clear, secure = SAMPLES["nginx"].split("server {")[1:]
    assert "listen 80;" in clear
    assert "return 301 https://" in clear
    assert "root" not in clear
    assert "listen 443 ssl http2;" in secure
    assert SAMPLES["nginx"].count("{") == SAMPLES["nginx"].count("}")

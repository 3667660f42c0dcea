"""The headers that a host is to send, in the words of each common one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from scripts.generator.publish.policy import Policy, written

_KEPT = "public, max-age=31536000, immutable"
# Their names carry the hash of their contents.
_HASHED = ("assets/site", "assets/runtime", "assets/stylesheets")


def headers(policy: Policy) -> dict[str, str]:
    """For every file. The pages say most of the policy themselves, for hosts that set no headers."""
    return {
        "Content-Security-Policy": written({**policy, "frame-ancestors": ("'none'",)}),
        "Referrer-Policy": "no-referrer",
        # A year, for this host alone: a first visit in the clear could be rewritten on its way.
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def write(site: Path, folder: Path, policy: Policy, slug: str) -> None:
    """``_headers`` into the site, where its hosts look for it; the others into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    sent = headers(policy)
    (site / "_headers").write_text(for_netlify(sent), encoding="utf-8")
    (folder / "nginx.conf").write_text(for_nginx(sent, slug), encoding="utf-8")
    (folder / "apache.htaccess").write_text(for_apache(sent), encoding="utf-8")
    (folder / "vercel.json").write_text(for_vercel(sent), encoding="utf-8")


def for_netlify(sent: Mapping[str, str]) -> str:
    """Netlify, Cloudflare Pages and those that took over their file."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in sent.items())]
    for folder in _HASHED:
        lines += [f"/{folder}/*", f"  Cache-Control: {_KEPT}"]
    return "\n".join(lines) + "\n"


def for_nginx(sent: Mapping[str, str], slug: str) -> str:
    """A whole server; the map keeps all headers in one place, for a location would drop them."""
    added = "\n".join(f'  add_header {name} "{value}" always;' for name, value in sent.items())
    return f"""\
# Put into the http block; name, certificate and root are yours to fill in.
map $uri ${slug}_cache {{
  default "no-cache";
  ~^/({"|".join(_HASHED)})/ "{_KEPT}";
}}
server {{
  listen 80;
  server_name example.org;
  access_log off;
  return 301 https://$server_name$request_uri;
}}
server {{
  listen 443 ssl http2;  # nginx of before 1.25 knows no "http2 on"
  server_name example.org;
  ssl_certificate /etc/ssl/example.org.pem;
  ssl_certificate_key /etc/ssl/example.org.key;
  root /srv/{slug};
  error_page 404 /404.html;
  access_log off;  # who reads here is nobody's business
  include mime.types;
  types {{ application/manifest+json webmanifest; application/wasm wasm; }}
  gzip on;
  gzip_static on;  # the .gz beside the file
  gzip_vary on;  # or a cache on the way gives the packed file to who cannot unpack it
  gzip_types text/css text/javascript application/javascript application/json application/wasm image/svg+xml;
{added}
  add_header Cache-Control ${slug}_cache always;
}}
"""


def for_apache(sent: Mapping[str, str]) -> str:
    """``.htaccess``, for shared hosting."""
    added = "\n".join(f'Header always set {name} "{value}"' for name, value in sent.items())
    return f"""\
# Copy to the site's root as .htaccess; needs mod_headers.
{added}
Header always set Cache-Control "no-cache"
<If "%{{REQUEST_URI}} =~ m#/({"|".join(_HASHED)})/#">
  Header always set Cache-Control "{_KEPT}"
</If>
AddType application/wasm .wasm
AddType application/manifest+json .webmanifest
AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json application/wasm
ErrorDocument 404 /404.html
"""


def for_vercel(sent: Mapping[str, str]) -> str:
    """The headers as `vercel.json` wants them."""
    rules = [{"source": "/(.*)", "headers": _pairs(sent)}]
    rules += [
        {"source": f"/{folder}/(.*)", "headers": _pairs({"Cache-Control": _KEPT})}
        for folder in _HASHED
    ]
    return json.dumps({"trailingSlash": True, "headers": rules}, indent=2) + "\n"


def _pairs(sent: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"key": name, "value": value} for name, value in sent.items()]

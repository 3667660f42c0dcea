"""The generator of the site, a library: Markdown, the browser's Python, publishing, search, the build."""

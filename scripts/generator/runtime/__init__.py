"""The Python that runs in the reader's browser: `python -m scripts.generator.runtime` makes it.

Each step keeps its result in `build/.runtime`, under the hash of what it was made from:

    step      file                    runs in                            reads                          writes
    --------  ----------------------  ---------------------------------  -----------------------------  ------------------------------
    wheels    archives.py             the builder's Python               calculators, mkdocs.yml        wheels of byte code
    stdlib    archives.py             the builder's Python               python_stdlib.zip              the same as byte code
    fallback  fallback.py             the builder's Python               wheels, stdlib                 plain Pyodide
    image     image.py                the builder's Python, starts Node  wheels, stdlib                 memory, globals
              trace_python.mjs        Node, twice at once                the sample requests            what of Python is needed
              image.mjs, cpython.mjs  Node                               the same                       memory of the started CPython
              inside/*.py             CPython inside Node, as text       the sample requests            memory without what none calls
    link      link.py, wasm.py        the builder's Python               pyodide.asm.wasm, globals      one fixed module
              trace_wasm.py           the builder's Python, starts Node  that module                    the functions that are called
              trace_wasm.mjs          Node, twice at once                an instrumented image          the same
    files     served.py               the builder's Python               memory, module, theme/runtime  what the site serves

`questions.py` makes the sample requests; `node.py` runs Node; `structs.mjs` holds what is
assumed of CPython's memory; `node_run.mjs` is for tests only. In the reader's worker runs
`theme/runtime/*.ts`, which finds the files through `manifest.json`.
"""

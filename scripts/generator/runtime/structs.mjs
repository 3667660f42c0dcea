// What we assume of CPython's memory, all in one place. It was read from the sources of this version, for
// wasm32, where a pointer, an `int` and a `Py_ssize_t` take four bytes each. With another version of
// Pyodide image.mjs stops, and tests/runtime/test_structs.py fails: read the files named here
// again, mend what has changed, then write down the new version.
export const CPYTHON = "3.13.2"

/** Objects/capsule.c, `PyCapsule`: reference count, type, then the pointer that it holds. */
export const CAPSULE = { pointer: 8 }

/** Modules/cjkcodecs/cjkcodecs.h, `struct dbcs_map`: charset, encoding index, decoding index. */
export const CODEC_MAP = { encoding: 4, decoding: 8 }

/** The same file, `struct unim_index` and `struct dbcs_index`, 256 of each in an index: where a row of
    16-bit letters lies, and the bytes that stand for the first and the last of them. Only what
    `jisx0213_pair` encodes (Modules/cjkcodecs/mappings_jisx0213_pair.h) is no index but a list of pairs. */
export const CODEC_INDEX = { entries: 256, bytes: 8, row: 0, first: 4, last: 5, letterBytes: 2 }

/** Python/frozen.c: the lists of compiled modules that CPython carries in itself. */
export const FROZEN_LISTS = ["_PyImport_FrozenBootstrap", "_PyImport_FrozenStdlib", "_PyImport_FrozenTest"]

/** Include/cpython/import.h, `struct _frozen`: name, code, size, whether it is a package. A list ends
    where there is no name; a module without code and size is one that is left out. */
export const FROZEN = { bytes: 16, name: 0, code: 4, size: 8, isPackage: 12 }

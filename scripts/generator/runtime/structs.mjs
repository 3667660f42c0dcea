// What we assume of CPython's memory, all in one place. It was read from the sources of this version, for
// wasm32, where a pointer, an `int` and a `Py_ssize_t` take four bytes each. With another version of
// Pyodide image.mjs stops, and tests/runtime/test_structs.py fails: read the files named here
// again, mend what has changed, then write down the new version.
export const CPYTHON = "3.13.2"

/** Objects/capsule.c, `PyCapsule`: reference count, type, then the pointer that it holds. */
export const CAPSULE = { pointer: 8 }

/** Include/cpython/dictobject.h, `PyDictObject`: reference count, type, then how many pairs, a tag of 64 bits,
    and where the table of keys lies. */
export const DICT = { type: 4, used: 8, keys: 24 }

/** Include/object.h, `_Py_IMMORTAL_REFCNT` where a pointer takes four bytes: what is never freed. */
export const IMMORTAL = 0x3fffffff

/** Include/internal/pycore_interp.h, `struct _is`: CPython's state, in which the table of interned texts is the one
    dictionary with so many members. Where it stands is looked for, since the header alone does not say. */
export const INTERPRETER = { bytes: 1 << 18, leastInterned: 5000 }

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

/** Tables that lie in Pyodide's data and that no answer reads: where each begins by its first bytes, how long it
    is, and the hash of the whole, so that nothing else is ever emptied.
    Modules/unicodename_db.h: `packed_name_dawg`, `dawg_pos_to_codepoint`, and `dawg_codepoint_to_pos_index1` with
    `_index2` behind it, the names of all letters, which only `unicodedata.name` and `lookup` read; prepare.py
    removes both.
    musl, src/locale/iconv.c: the alphabets of `iconv`, which CPython never calls. */
export const UNREAD = [
  {
    begins: "e4ae04fa0241cefe0242defe0243c6f5",
    bytes: 162032,
    sha256: "995f145c7c87eaf06d697858606b286534394704c13ab8bf9973e92adb74d533",
  },
  {
    begins: "0021000097fa01000d000f000c000f00",
    bytes: 143048,
    sha256: "38072bf5bfdbb3270aa5c72155e3e301a85996a2e481f8baf709cb37982aafd1",
  },
  {
    begins:
      "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
      + "202122232425262728292a2b2c2d2e2f30313233343434343434343434343434",
    bytes: 97024,
    sha256: "1ddb173df086f7d52ef8da22848356f183827c72badf968ac65887ca8504a52e",
  },
  {
    begins: "75746638006368617200",
    bytes: 139358,
    sha256: "712f1ec933c29a0f20f161eab6a7189b89834b3aaa4c8ccb4df9b45f24230747",
  },
]

/** Objects/typeobject.c, `SIGNATURE_END_MARKER`: only the docstring of a C function holds it. */
export const SIGNATURE_END = "\n--\n\n"

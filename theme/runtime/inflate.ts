/* What unpacks where `DecompressionStream` is missing: Safari before 16.4 and Firefox before 113. Only the
   edition that is opened from files carries it; a website can send what is not packed instead. */
import { gunzipSync } from "fflate"

Object.assign(globalThis, { huanqingUnpack: gunzipSync })

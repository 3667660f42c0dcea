/* Why there is no answer, in one sentence that helps. */
import { NOT_AS_BUILT } from "./begin"
import { isFromDisk } from "./enclosed"

/** Lockdown Mode takes WebAssembly away in every browser of these devices. */
const LOCKDOWN =
  "开了锁定模式也会这样：到 设置 > 隐私与安全性 > 锁定模式 里，把这个浏览器排除在外，再回来刷新。"

const STANDS = "页面上的数还是改动之前的。"

/** For the reader; `reason` is whatever was thrown or said. */
export function sentence(reason: unknown): string {
  const words = String(reason)
  if (/allocat|out of memory/i.test(words)) {
    return `设备的内存不够了。${STANDS}关掉别的网页和应用，再改一次数。`
  }
  if (/WebAssembly/.test(words)) {
    const lockdown = /iPhone|iPad|Macintosh/.test(navigator.userAgent) ? LOCKDOWN : ""
    return `这个浏览器太旧，或者关掉了计算要用的功能。${STANDS}换一个新一点的浏览器打开。${lockdown}`
  }
  if (!isFromDisk && !navigator.onLine) {
    return `现在没有网络，计算部分还没下载完。${STANDS}连上网，再改一次数。`
  }
  if (words.includes(NOT_AS_BUILT)) {
    return `计算部分没下载对，已经扔掉。${STANDS}这里的网络可能要先登录。换个网络，再改一次数。`
  }
  return `这台设备没能启动计算。${STANDS}请刷新再试，或者换一个浏览器打开。`
}

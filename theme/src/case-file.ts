/* The data set as one file. What comes in is somebody's file: nothing in it is believed. */
import { type Checked, checkedFacts, isGroup } from "./checked"
import type { Facts } from "./store"

const APP = "huanqing"
const VERSION = 2
const MOST_CHARACTERS = 2_000_000
const TOO_LONG = "这个文件太大了，不像是从这里导出的。"

/** What is longer than this is not even read: one letter is three bytes at most. */
const MOST_BYTES = 3 * MOST_CHARACTERS

/** A sentence for the reader about why a file was refused. */
export class Refused extends Error {}

type Migration = (file: Record<string, unknown>) => Record<string, unknown>

/** From each version to the next; files of all versions stay readable. */
const MIGRATIONS: Record<number, Migration> = {
  // The first version called the facts "inputs".
  1: ({ inputs, ...rest }) => ({ ...rest, version: 2, facts: inputs }),
}

export function exported(facts: Facts): string {
  return JSON.stringify({ app: APP, version: VERSION, facts }, null, 1)
}

/** The text of a file; throws `Refused` where it is too long to be one of ours. */
export async function textIn(file: Blob): Promise<string> {
  if (file.size > MOST_BYTES) throw new Refused(TOO_LONG)
  return file.text()
}

/** The facts of a file and the names of what in it cannot be used; throws `Refused` when nothing can. */
export function imported(text: string): Checked {
  if (text.length > MOST_CHARACTERS) throw new Refused(TOO_LONG)
  let file = parsed(text)
  if (file.app !== APP) throw new Refused("这不是从“我的情况”导出的文件。")
  if (!Number.isInteger(file.version) || (file.version as number) < 1) throw new Refused("看不出这个文件是哪一版。")
  if ((file.version as number) > VERSION) throw new Refused("这个文件来自更新的版本。先刷新页面，再导入。")
  while (file.version !== VERSION) file = MIGRATIONS[file.version as number](file)
  const checked = checkedFacts(file.facts ?? null)
  if (checked.dropped.length > 0 && Object.keys(checked.facts).length === 0) {
    throw new Refused("文件里没有能用的内容。")
  }
  return checked
}

function parsed(text: string): Record<string, unknown> {
  try {
    const file: unknown = JSON.parse(text.replace(/^\ufeff/, "")) // as some programs begin every text
    if (isGroup(file)) return file
  } catch {
    // Said below, as for any other text.
  }
  throw new Refused("这个文件坏了，或者不是从“我的情况”导出的。")
}

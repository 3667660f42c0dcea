/* The data set as one file. What comes in is somebody's file: nothing in it is believed. */
import type { Fact, Facts, Row } from "./store"

const APP = "huanqing"
const VERSION = 2
const MOST_LETTERS = 2_000_000
const MOST_FACTS = 500
const MOST_ROWS = 1000
const MOST_WORDS = 400
const NAME = /^[a-z][a-z0-9_.-]{0,60}$/

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

/** The facts of a file; throws `Refused`. Nothing is taken from a file that is wrong anywhere. */
export function imported(text: string): Facts {
  if (text.length > MOST_LETTERS) throw new Refused("这个文件太大了，不像是从这里导出的。")
  let file = parsed(text)
  if (file.app !== APP) throw new Refused("这不是从“我的情况”导出的文件。")
  if (!Number.isInteger(file.version) || (file.version as number) < 1) throw new Refused("看不出这个文件是哪一版。")
  if ((file.version as number) > VERSION) throw new Refused("这个文件来自更新的版本。先刷新页面，再导入。")
  while (file.version !== VERSION) file = MIGRATIONS[file.version as number](file)
  return checkedFacts(file.facts)
}

function parsed(text: string): Record<string, unknown> {
  try {
    const file: unknown = JSON.parse(text)
    if (isGroup(file)) return file
  } catch {
    // Said below, as for any other text.
  }
  throw new Refused("这个文件坏了，或者不是从“我的情况”导出的。")
}

function checkedFacts(found: unknown): Facts {
  if (!isGroup(found) || Object.keys(found).length > MOST_FACTS) throw new Refused("文件里没有能用的内容。")
  const entries = Object.entries(found).map(([name, fact]) => [checkedName(name), checkedFact(fact)] as const)
  return Object.fromEntries(entries)
}

function checkedFact(fact: unknown): Fact {
  if (!Array.isArray(fact)) return checkedText(fact)
  if (fact.length > MOST_ROWS) throw new Refused("文件里有一张表太长了。")
  return fact.map(checkedRow)
}

function checkedRow(row: unknown): Row {
  if (!isGroup(row) || Object.keys(row).length > 40) throw new Refused("文件里有一行看不懂。")
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [checkedName(name), checkedText(cell)]),
  )
}

function checkedText(text: unknown): string {
  if (typeof text === "string" && text.length <= MOST_WORDS) return text
  throw new Refused("文件里有一项看不懂。")
}

function checkedName(name: string): string {
  if (NAME.test(name) && !["constructor", "prototype"].includes(name)) return name
  throw new Refused("文件里有一项的名字不对。")
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/* What the site holds of a reader, in words. */
import { element } from "./elements"
import * as links from "./links"
import * as store from "./store"

/** What is known, one item a fact: `欠的本金：18000`, `几笔债：5 行`. */
export function heldList(): HTMLElement[] {
  const known = Object.entries(store.all())
  const named = known.flatMap(([fact, value]) => {
    const name = store.nameOf(fact)
    return name ? [`${name}：${typeof value === "string" ? value : `${value.length} 行`}`] : []
  })
  const unnamed = known.length - named.length
  if (unnamed > 0) named.push(`从文件里来的或者算出来的：${unnamed} 项`)
  const others = [...linksHeld(), ...othersHeld()]
  if (named.length === 0) return [element("p", {}, "这里还没有你填的东西。"), ...others]
  const whose = store.caseName()
  const where = store.isKept() ? "存在这台设备上" : "只在这个标签页里，关掉就没了"
  return [
    element("p", {}, `${whose === undefined ? "" : `“${whose}”的，`}现在记着 ${known.length} 项，${where}：`),
    element("ul", {}, ...named.map((words) => element("li", {}, words))),
    ...others,
  ]
}

/** At a helper's desk there are more people than the one that is worked on. */
function othersHeld(): HTMLElement[] {
  const count = store.howMany()
  return count === 0 ? [] : [element("p", {}, `值班的记号一共 ${count} 个人，都在内。`)]
}

/** Numbers of links are not the reader's, and yet what he typed among them is there. */
function linksHeld(): HTMLElement[] {
  const said = links.held()
  return said ? [element("p", {}, said)] : []
}

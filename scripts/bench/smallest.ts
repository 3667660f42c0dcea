/* The smallest page with a calculator: asks what its address says and shows the answer. */
import { createRuntime, type Answer } from "../../theme/runtime/client"
import manifest from "huanqing-manifest"

const client = createRuntime(new URL("runtime/", document.baseURI), manifest)

async function ask(tool: string, inputs: object, prefix = ""): Promise<Answer> {
  const answer = await client.respond({ tool, inputs, on: "2026-11-23", root: "", prefix })
  document.querySelector("output")!.innerHTML = answer.ok ? answer.html : JSON.stringify(answer)
  document.body.dataset.done = String(performance.now())
  return answer
}

client.onprogress = (state) => (document.body.dataset.state = state)
Object.assign(globalThis, { ask, client })
const { tool, inputs } = JSON.parse(document.body.dataset.ask!) as { tool: string; inputs: object }
void ask(tool, inputs).catch((reason: unknown) => {
  document.body.dataset.problem = String(reason)
})

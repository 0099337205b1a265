/** What the tools do. It is loaded when an agent calls the first of them. */
import { runTool } from '../../sandbox/mcp/run-tool.ts';
import { ToolError } from '../../sandbox/mcp/tool.ts';
import type { Tool, ToolDefinition } from '../../sandbox/mcp/tool.ts';
import { definitions } from './definitions.ts';
import type { PageTool } from './page-tool.ts';
import { fillConsole } from './tools/fill-console.ts';
import { listDeliveries } from './tools/list-deliveries.ts';
import { openOperation } from './tools/open-operation.ts';
import { search } from './tools/search.ts';
import { sendRequest } from './tools/send-request.ts';

const tools: Readonly<Record<string, PageTool['call']>> = {
  [definitions.search.name]: search,
  [definitions.openOperation.name]: openOperation,
  [definitions.fillConsole.name]: fillConsole,
  [definitions.sendRequest.name]: sendRequest,
  [definitions.listDeliveries.name]: listDeliveries,
};

/** Does what an agent asks for. @returns what WebMCP hands on to it, in the words of the Model Context Protocol */
export async function answer(
  definition: ToolDefinition,
  given: Record<string, unknown>,
  signal: AbortSignal,
): Promise<object> {
  const call: Tool['call'] = (checked) => {
    const act = tools[definition.name];
    if (!act) throw new ToolError(`There is no tool ${definition.name}.`);
    return act(checked, signal);
  };
  const { text, data, isError } = await runTool({ definition, call }, given);
  return {
    content: [{ type: 'text', text }],
    ...(data && { structuredContent: data }),
    ...(isError && { isError }),
  };
}

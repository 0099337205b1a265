import type { ToolDefinition, ToolResult } from '../../sandbox/mcp/tool.ts';

/** What an agent can do in a page of this site. */
export interface PageTool {
  readonly definition: ToolDefinition;
  /**
   * @param given are what `inputSchema` says
   * @param signal says that the agent does not wait any longer
   * @throws ToolError
   */
  readonly call: (given: Readonly<Record<string, unknown>>, signal: AbortSignal) => Promise<ToolResult>;
}

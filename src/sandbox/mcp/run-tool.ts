import { faultOf } from './check-arguments.ts';
import { ToolError } from './tool.ts';
import type { Tool, ToolResult } from './tool.ts';

/** What an agent did wrong, and what an API refuses, is a result: agents read those, and do better. */
export async function runTool({ definition, call }: Tool, given: Record<string, unknown>): Promise<ToolResult> {
  const fault = faultOf(definition.name, definition.inputSchema, given);
  if (fault !== undefined) return { text: fault, isError: true };
  try {
    return await call(given);
  } catch (error) {
    if (error instanceof ToolError) return { text: error.message, isError: true };
    throw error;
  }
}

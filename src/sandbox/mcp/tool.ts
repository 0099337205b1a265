import type { ArgumentsSchema } from './check-arguments.ts';

/** What an agent can do here. */
export interface Tool {
  readonly definition: ToolDefinition;
  /**
   * @param given are what `inputSchema` says
   * @throws ToolError
   */
  readonly call: (given: Readonly<Record<string, unknown>>) => Promise<ToolResult> | ToolResult;
}

/** As `tools/list` tells it. @see https://modelcontextprotocol.io/specification/2026-07-28/server/tools */
export interface ToolDefinition {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: ArgumentsSchema;
  readonly outputSchema?: { readonly type: 'object' } & Readonly<Record<string, unknown>>;
  readonly annotations: ToolAnnotations;
}

export interface ToolAnnotations {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  /** True: it may reach what is beyond this sandbox. */
  readonly openWorldHint: boolean;
}

export interface ToolResult {
  readonly text: string;
  /** As `outputSchema` says. */
  readonly data?: Record<string, unknown>;
  readonly isError?: boolean;
}

/** What an agent has asked for cannot be done; the message is one line that says why, and what can. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}

/** Of what changes nothing and reaches nobody. */
export const READS: ToolAnnotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

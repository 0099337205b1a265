/** As much of WebMCP as is used here; TypeScript does not know it yet. @see https://webmachinelearning.github.io/webmcp/ */
export interface ModelContext {
  /** Rejects where a tool of the name is registered already. */
  registerTool(tool: ModelContextTool): Promise<void>;
}

export interface ModelContextTool {
  name: string;
  title: string;
  description: string;
  /** JSON Schema; nobody holds what is given to it. */
  inputSchema: object;
  /** What it resolves to is handed on as JSON. Why it rejects is not handed on. */
  execute: (given: Record<string, unknown>, options?: { signal?: AbortSignal }) => Promise<unknown>;
  annotations: { readOnlyHint: boolean; untrustedContentHint: boolean };
}

/** The browser's own, where it has one. */
export function modelContext(page: Document = document): ModelContext | undefined {
  const { modelContext: found } = page as { modelContext?: Partial<ModelContext> };
  return typeof found?.registerTool === 'function' ? (found as ModelContext) : undefined;
}

/** Registers the tools, each with what it says; what they do with is loaded when one is called. */
import type { ToolDefinition } from '../../sandbox/mcp/tool.ts';
import { lazy } from '../lazy.ts';
import { hasActs } from './acts.ts';
import { definitions } from './definitions.ts';
import { modelContext } from './model-context.ts';

const tools = lazy(() => import('./tools.chunk.ts'));
const notice = lazy(() => import('./agent-acts.chunk.ts'));

/** Why a promise rejects is not handed on to agents: it is told as a result. */
const NOT_LOADED = {
  content: [
    { type: 'text', text: 'This part of the page could not be loaded. Call the tool again once there is a network.' },
  ],
  isError: true,
};

const context = modelContext();
if (context) for (const definition of Object.values(definitions)) offer(definition);
// What an agent has done on the page before is told on this one, too.
if (hasActs()) {
  notice.load().then(
    ({ showNotice }) => showNotice(),
    () => undefined,
  );
}

function offer(definition: ToolDefinition): void {
  const { name, title, description, inputSchema, annotations } = definition;
  const registered = context?.registerTool({
    name,
    title,
    description,
    inputSchema,
    execute: async (given, { signal = new AbortController().signal } = {}) => {
      const loaded = await tools.load().catch(() => undefined);
      return loaded?.answer(definition, given, signal) ?? NOT_LOADED;
    },
    annotations: { readOnlyHint: annotations.readOnlyHint, untrustedContentHint: true },
  });
  // Whoever has registered one of the name keeps it.
  registered?.catch(() => undefined);
}

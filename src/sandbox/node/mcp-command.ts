import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { CONTROL_BASE } from '../http/target.ts';
import { toRequest } from '../mcp/api-request.ts';
import { liveApi } from '../mcp/live-api.ts';
import { createMcpServer } from '../mcp/mcp-server.ts';
import type { Tool } from '../mcp/tool.ts';
import { callLiveTool } from '../mcp/tools/call-api.ts';
import type { SendToApi } from '../mcp/tools/call-api.ts';
import { sandboxTools } from '../mcp/tools/sandbox-tools.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Program } from './flags.ts';
import { mcpUsageOf, readMcpFlags } from './mcp-flags.ts';
import type { McpFlags } from './mcp-flags.ts';
import { openSandbox } from './open-sandbox.ts';
import { openLibrary } from './serve-mcp.ts';

/** Its host counts for nothing: no request leaves the process. */
const HOST = 'http://127.0.0.1';

/**
 * Serves an agent over standard input and output, until it closes them or a signal ends it.
 * @throws MockError in one line where it cannot start
 */
export async function runMcp(args: string[], program: Program): Promise<void> {
  const flags = readMcpFlags(args, process.env);
  if (flags === 'help') return console.log(mcpUsageOf(program));
  const sandbox = await openSandbox({ ...flags, allowLocalWebhooks: true });
  const tools = await toolsOf(sandbox, flags, program);
  sandbox.resume();
  const stop = (): void => void sandbox.close().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  process.stdin.once('close', stop);
  // Not by default: what is printed there must be of the protocol.
  const transport = new StdioServerTransport(process.stdin, process.stdout);
  serveStdio(() => createMcpServer(tools), { transport, onerror: ({ message }) => console.error(message) });
}

async function toolsOf(sandbox: Sandbox, { key, live }: McpFlags, { pages }: Program): Promise<Tool[]> {
  const library = await openLibrary(pages);
  const tools = sandboxTools(library, sendTo(sandbox, '/v1', key), sendTo(sandbox, CONTROL_BASE, key));
  if (!live) return tools;
  const send = liveApi(live.key, (request) => fetch(request));
  return [...tools, callLiveTool(library, send, live.allowsDestructive)];
}

function sendTo(sandbox: Sandbox, base: string, key: string): SendToApi {
  const headers = new Headers({ Authorization: `Bearer ${key}` });
  return (asked) => sandbox.fetch(toRequest(`${HOST}${base}`, asked, headers));
}

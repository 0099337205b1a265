/** The official clients of both revisions of the protocol, behind one face. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as FormerClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as FormerStdio } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as FormerHttp } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

export const REVISIONS = ['2026-07-28', '2025-11-25'] as const;
export type Revision = (typeof REVISIONS)[number];

/** What a tool has answered. */
export interface Result {
  readonly content: readonly { readonly type: string; readonly text?: string }[];
  readonly structuredContent?: Record<string, unknown>;
  readonly isError?: boolean;
}

export interface Listed {
  readonly name: string;
  readonly description?: string;
  readonly annotations?: Record<string, unknown>;
}

export interface Agent {
  /** The revision that both sides have agreed on. */
  readonly revision: string | undefined;
  list(): Promise<Listed[]>;
  call(name: string, given?: Record<string, unknown>): Promise<Result>;
  close(): Promise<void>;
}

type Fetch = (url: string | URL, init?: RequestInit) => Promise<Response>;
const INFO = { name: 'test', version: '1.0.0' };
const URL_OF_MCP = new URL('http://127.0.0.1/mcp');

/** An agent that speaks HTTP to whatever answers `fetch`. */
export async function agentOver(revision: Revision, fetch: Fetch, key?: string): Promise<Agent> {
  const requestInit = key === undefined ? {} : { headers: { Authorization: `Bearer ${key}` } };
  return connected(revision, {
    now: () => new StreamableHTTPClientTransport(URL_OF_MCP, { fetch, requestInit }),
    former: () => new FormerHttp(URL_OF_MCP, { fetch, requestInit }),
  });
}

/** An agent that starts a program, and speaks to it over its standard input and output. */
export async function agentStarting(revision: Revision, args: string[], env?: Record<string, string>): Promise<Agent> {
  const program = { command: process.execPath, args, ...(env && { env }), stderr: 'ignore' } as const;
  return connected(revision, {
    now: () => new StdioClientTransport(program),
    former: () => new FormerStdio(program),
  });
}

interface Transports {
  now(): Parameters<Client['connect']>[0];
  former(): unknown;
}

async function connected(revision: Revision, { now, former }: Transports): Promise<Agent> {
  if (revision === '2026-07-28') {
    const client = new Client(INFO, { versionNegotiation: { mode: { pin: revision } } });
    await client.connect(now());
    return {
      revision: client.getNegotiatedProtocolVersion(),
      list: async () => (await client.listTools()).tools,
      call: async (name, given = {}) => (await client.callTool({ name, arguments: given })) as Result,
      close: () => client.close(),
    };
  }
  const client = new FormerClient(INFO);
  const transport = former() as Parameters<FormerClient['connect']>[0] & { setProtocolVersion?(version: string): void };
  let agreed: string | undefined;
  const tell = transport.setProtocolVersion?.bind(transport);
  transport.setProtocolVersion = (version) => {
    agreed = version;
    tell?.(version);
  };
  await client.connect(transport);
  return {
    revision: agreed,
    list: async () => (await client.listTools()).tools,
    call: async (name, given = {}) => (await client.callTool({ name, arguments: given })) as Result,
    close: () => client.close(),
  };
}

export function textOf({ content }: Result): string {
  return content.map(({ text = '' }) => text).join('\n');
}

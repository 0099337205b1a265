import { ManualClock } from '../../src/sandbox/clock.ts';
import type { Client } from '../../src/sandbox/http/request-context.ts';
import { createLibrary } from '../../src/sandbox/mcp/library.ts';
import { createMcpEndpoint } from '../../src/sandbox/mcp/mcp-endpoint.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { SITE } from '../../src/sandbox/site-address.ts';
import { agentOver } from './agent.ts';
import type { Agent, Revision } from './agent.ts';

const PAGES = [
  '# Orbinto Developers',
  'Source: https://developers.orbinto.com/guides/webhooks.md\n\n# Webhooks\n\nTold at once.\n\n## Retries\n\nA delivery that fails is repeated.\n\n## Secrets\n\nRotate them.',
].join('\n\n---\n\n');
export const URL_OF_MCP = 'http://127.0.0.1/mcp';

/** A sandbox that answers agents, with a few pages. */
export function openForAgents() {
  const clock = new ManualClock();
  /** What the tools have asked of the sandbox, and from where. */
  const asked: { request: Request; client: Client }[] = [];
  const sandbox = createSandbox({
    clock,
    controlOrigins: [SITE],
    mcp: (host) => {
      const fetch = (request: Request, client: Client): Promise<Response> => {
        asked.push({ request, client });
        return host.fetch(request, client);
      };
      return Promise.resolve(createMcpEndpoint({ ...host, fetch }, createLibrary(PAGES)));
    },
  });
  const fetch = (url: string | URL, init?: RequestInit): Promise<Response> =>
    sandbox.fetch(new Request(url, init), { address: '127.0.0.1' });
  const agent = (revision: Revision, key?: string): Promise<Agent> => agentOver(revision, fetch, key);
  const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(URL_OF_MCP, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream', ...headers },
      body,
    });
  return { clock, asked, fetch, agent, post };
}

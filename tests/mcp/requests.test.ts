/** What is true of each request to `/mcp`, whoever sends it. */
import { describe, expect, test } from 'vitest';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { SITE } from '../../src/sandbox/site-address.ts';
import { REVISIONS } from './agent.ts';
import { openForAgents, URL_OF_MCP } from './open-for-agents.ts';

describe('a request', () => {
  const call = (id: number, given: object) => ({ jsonrpc: '2.0', id, method: 'tools/call', params: given });

  test('works in the workspace of its key, and in that of the sample data without one', async () => {
    const { agent } = openForAgents();
    const [one, other] = [await agent('2026-07-28', 'sk_test_workspaceone'), await agent('2026-07-28')];
    await one.call('call_sandbox', { operationId: 'deleteContact', parameters: { id: 'con_abc123' } });
    const get = { operationId: 'getContact', parameters: { id: 'con_abc123' } };
    expect((await one.call('call_sandbox', get)).structuredContent).toMatchObject({ status: 404 });
    expect((await other.call('call_sandbox', get)).structuredContent).toMatchObject({ status: 200 });
  });

  test('of a level that may not is refused by the API, as a result', async () => {
    const agent = await openForAgents().agent('2026-07-28', 'sk_test_workspaceone_read');
    const refused = await agent.call('call_sandbox', { operationId: 'createContact', body: { email: 'a@b.example' } });
    expect(refused).toMatchObject({ isError: true, structuredContent: { status: 403 } });
  });

  test.each([
    ['of a page of another origin', { Origin: 'https://evil.example' }, 403],
    ['of a page of the site', { Origin: SITE }, 200],
  ])('%s gets %s', async (_, headers, status) => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
    expect((await openForAgents().post(body, headers as Record<string, string>)).status).toBe(status);
  });

  test('that is not a POST, not JSON, or too long is refused in one line', async () => {
    const { fetch, post } = openForAgents();
    const got = await fetch(URL_OF_MCP);
    expect(await got.clone().text()).toContain('This server keeps no sessions: it takes POST alone.');
    expect([got.status, got.headers.get('Allow')]).toEqual([405, 'POST']);
    const [broken, long] = [
      await post('{'),
      await post(JSON.stringify(call(1, { name: 'search', arguments: { query: 'x'.repeat(1 << 20) } }))),
    ];
    expect([broken.status, long.status]).toEqual([400, 413]);
    for (const response of [got, broken, long]) {
      const { error } = (await response.json()) as { error: { message: string } };
      expect(error.message).toMatch(/^.{10,200}$/);
    }
  });

  test('of two calls in one body is answered, or refused by the revision that knows no such thing', async () => {
    const two = [1, 2].map((id) => call(id, { name: 'search', arguments: { query: 'contact' } }));
    const former = await openForAgents().post(JSON.stringify(two));
    expect([former.status, (await former.text()).match(/"id":[12]\b/g)?.length]).toEqual([200, 2]);
    const meta = {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
      'io.modelcontextprotocol/clientCapabilities': {},
    };
    const now = two.map((each) => ({ ...each, params: { ...each.params, _meta: meta } }));
    const refused = await openForAgents().post(JSON.stringify(now), { 'MCP-Protocol-Version': '2026-07-28' });
    const { error } = (await refused.json()) as { error: { message: string } };
    expect([refused.status, error.message.includes('\n')]).toEqual([400, false]);
  });

  test.each([
    ['of its key', 'sk_test_countedkey_free'],
    ['of its address, where nobody knows its key', 'unknown'],
  ])('counts against the limit %s: that of the second, then that of the minute', async (_, key) => {
    const { clock, post } = openForAgents();
    const list = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
    const send = () => post(list, { Authorization: `Bearer ${key}` });
    const statuses: number[] = [];
    for (let sent = 0; sent < 10; sent += 1) statuses.push((await send()).status);
    expect(statuses).toEqual(Array(10).fill(200));
    const refused = async () => {
      const response = await send();
      const { jsonrpc, error } = (await response.json()) as { jsonrpc: string; error: { message: string } };
      return [response.status, jsonrpc, response.headers.get('Retry-After'), error.message];
    };
    const told = (limit: string, wait: number) =>
      `Too many requests: the Free plan allows ${limit}. Try again in ${wait} seconds.`;
    expect(await refused()).toEqual([
      429,
      '2.0',
      '1',
      'Too many requests: the Free plan allows 10 per second. Try again in 1 second.',
    ]);
    for (let second = 1; second < 6; second += 1) {
      clock.advance(1000);
      for (let sent = 0; sent < 10; sent += 1) await send();
    }
    const [status, , wait, message] = await refused();
    expect([status, message]).toEqual([429, told('60 per minute', Number(wait))]);
  });

  test('is asked of the sandbox from where it came, by the protocol that it came by', async () => {
    const { asked, post } = openForAgents();
    const get = JSON.stringify(call(1, { name: 'call_sandbox', arguments: { operationId: 'listOperators' } }));
    for (const headers of [undefined, { 'X-Forwarded-Proto': 'https' }]) await post(get, headers);
    expect(asked.map(({ client }) => client)).toEqual(Array(2).fill({ address: '127.0.0.1' }));
    expect(asked.map(({ request }) => request.headers.get('X-Forwarded-Proto'))).toEqual([null, 'https']);
  });
});

describe('the server card', () => {
  test.each([
    ['/mcp/server-card', 'application/mcp-server-card+json'],
    ['/.well-known/mcp/server-card.json', 'application/json'],
  ])('at %s says where the server is, and what it speaks', async (path, type) => {
    const response = await openForAgents().fetch(`http://127.0.0.1:4010${path}`);
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const card = (await response.json()) as { name: string; description: string };
    // What its JSON Schema asks: https://github.com/modelcontextprotocol/experimental-ext-server-card
    expect(card).toMatchObject({
      $schema: 'https://static.modelcontextprotocol.io/schemas/v1/server-card.schema.json',
      name: expect.stringMatching(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/) as string,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      remotes: [
        { type: 'streamable-http', url: 'http://127.0.0.1:4010/mcp', supportedProtocolVersions: [...REVISIONS] },
      ],
    });
    expect(card.description.length).toBeLessThanOrEqual(100);
  });

  test.each(['/mcp/server-card', '/.well-known/mcp/server-card.json'])('at %s is read, and only read', async (path) => {
    const ask = (method: string) => openForAgents().fetch(`http://127.0.0.1${path}`, { method });
    const head = await ask('HEAD');
    expect([head.status, head.headers.get('Content-Type'), await head.text()]).toEqual([
      200,
      (await ask('GET')).headers.get('Content-Type'),
      '',
    ]);
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const refused = await ask(method);
      expect([refused.status, refused.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
    }
  });

  test('is at no address of a sandbox that answers no agents', async () => {
    for (const path of ['/mcp', '/mcp/server-card'])
      expect((await createSandbox().fetch(new Request(`http://127.0.0.1${path}`))).status).toBe(404);
  });
});

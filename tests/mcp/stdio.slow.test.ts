/** `mcp` as agents start it: a process, spoken to by the official client of each revision. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { agentStarting, REVISIONS, textOf } from './agent.ts';

const PROGRAM = join(root, 'src/sandbox/node.ts');

interface Config {
  readonly mcpServers: { readonly orbinto: { readonly command: string; readonly args: readonly string[] } };
}

/** What the guide's settings let an agent start, here from the sources. */
function argsOf(file: string): string[] {
  const { mcpServers } = JSON.parse(
    readFileSync(join(root, 'packages/sandbox/examples/agents', file), 'utf8'),
  ) as Config;
  const { command, args } = mcpServers.orbinto;
  expect([command, args[0]]).toEqual(['npx', '@orbinto/sandbox']);
  return [PROGRAM, ...args.slice(1)];
}

test('the settings for VS Code start the same', () => {
  const { servers } = JSON.parse(readFileSync(join(root, 'packages/sandbox/examples/agents/vscode.json'), 'utf8')) as {
    servers: { orbinto: { args: string[] } };
  };
  expect([PROGRAM, ...servers.orbinto.args.slice(1)]).toEqual(argsOf('mcp.json'));
});

test.each(REVISIONS)('an agent of revision %s starts it, works with it, and ends it', async (revision) => {
  const agent = await agentStarting(revision, [...argsOf('mcp.json'), '--key', 'sk_test_agentone1']);
  expect(agent.revision).toBe(revision);
  const create = { operationId: 'createContact', body: { email: 'a@b.example' } };
  expect((await agent.call('call_sandbox', create)).structuredContent).toMatchObject({ status: 201 });
  expect((await agent.call('call_sandbox', create)).structuredContent).toMatchObject({ status: 409 });
  expect(textOf(await agent.call('search', { query: 'x'.repeat(1_000_000) }))).toMatch(/must be text of 1 to 200/);
  await agent.close();
});

test('what keeps it from starting is told in one line, on standard error', () => {
  const env = { ...process.env, ORBINTO_API_KEY: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, argsOf('live.json'), { encoding: 'utf8', env });
  expect([status, stdout, stderr]).toEqual([
    1,
    '',
    '--live takes an API key from the environment: set ORBINTO_API_KEY\n',
  ]);
});

test('a sandbox that runs answers agents at /mcp', async () => {
  const { startMock } = await import('../../src/sandbox/node/mock.ts');
  const { serveMcp } = await import('../../src/sandbox/node/serve-mcp.ts');
  const mock = await startMock({ port: 0, mcp: serveMcp(undefined) });
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  const told = await fetch(`${mock.url}/mcp`, { method: 'POST', headers, body });
  expect([told.status, (await told.text()).includes('call_sandbox')]).toEqual([200, true]);
  const long = await fetch(`${mock.url}/mcp`, { method: 'POST', headers, body: `"${'x'.repeat(2_000_000)}"` });
  expect(long.status).toBe(413);
  await mock.close();
});

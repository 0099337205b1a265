/** Agents that work in the hosted sandbox. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../scripts/edge/engine.ts';
import { agentOver, REVISIONS, textOf } from '../mcp/agent.ts';
import { startHosted } from './hosted.ts';
import { needsWorkerd } from './needs-workerd.ts';

needsWorkerd();

let folder: string;
let engine: Engine | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'agents-'));
});
afterEach(async () => {
  await engine?.kill();
  rmSync(folder, { recursive: true });
});

test.each(REVISIONS)(
  'an agent of revision %s reads the site, works where its key lets it, and nowhere else',
  async (revision) => {
    const site = join(folder, 'site');
    mkdirSync(site);
    writeFileSync(
      join(site, 'llms-full.txt'),
      '# Site\n\n---\n\nSource: https://developers.orbinto.com/guides/a.md\n\n# A guide\n\nOf agents.\n',
    );
    engine = await startHosted(join(folder, 'data'), { site });
    const { url } = engine;
    const send = (_: string | URL, init?: RequestInit) => fetch(`${url}/mcp`, init);
    const [mine, anybody] = [await agentOver(revision, send, 'sk_test_agentone1'), await agentOver(revision, send)];
    expect(textOf(await mine.call('read_page', { path: '/guides/a/' }))).toContain('Of agents.');
    const create = { operationId: 'createContact', body: { email: 'a@b.example' } };
    expect((await mine.call('call_sandbox', create)).structuredContent).toMatchObject({ status: 201 });
    expect(textOf(await mine.call('list_deliveries'))).toMatch(/^HTTP 200 /);
    expect((await anybody.call('call_sandbox', create)).structuredContent).toMatchObject({ status: 403 });
    const card = await fetch(`${url}/.well-known/mcp/server-card.json`);
    expect(await card.json()).toMatchObject({ remotes: [{ url: `${url}/mcp` }] });
  },
);

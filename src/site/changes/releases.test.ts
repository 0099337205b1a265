import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atomFeed, jsonFeed } from '../../generators/feed.ts';
import { feedEntries } from './change-feed.ts';
import { historyOf } from './change-history.ts';
import { computedChanges, releasedVersions } from './releases.ts';

let folder: string;
let spec: URL;

const document = (...names: string[]) =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    paths: Object.fromEntries(
      names.map((name) => [`/${name}`, { get: { operationId: name, responses: { 200: { description: '' } } } }]),
    ),
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'releases-'));
  spec = pathToFileURL(`${folder}/`);
  const versions = { '1.9.0': ['cats', 'dogs'], '1.10.0': ['cats', 'dogs', 'birds'], '2.0.0': ['cats', 'birds'] };
  for (const [version, names] of Object.entries(versions)) {
    await mkdir(join(folder, 'releases', version), { recursive: true });
    await writeFile(join(folder, 'releases', version, 'openapi.yaml'), document(...names));
  }
  await writeFile(join(folder, 'openapi.yaml'), document('cats', 'birds', '<b>'));
});
afterAll(() => rm(folder, { recursive: true }));

test('versions stand in the order of their numbers', async () => {
  expect(await releasedVersions(spec)).toEqual(['1.9.0', '1.10.0', '2.0.0']);
});

test('each version is told against the one before, the working copy first, the oldest not at all', async () => {
  const told = (await computedChanges(spec)).map(({ version, since, changes }) => [
    version,
    since,
    ...changes.map(({ id }) => id),
  ]);
  expect(told).toEqual([
    ['next', '2.0.0', 'next-get-b-a-new-operation'],
    ['2.0.0', '1.10.0', 'v2.0.0-get-dogs-the-operation-was-removed'],
    ['1.10.0', '1.9.0', 'v1.10.0-get-birds-a-new-operation'],
  ]);
});

test('a working copy like the last release has no section', async () => {
  await writeFile(join(folder, 'openapi.yaml'), document('cats', 'birds'));
  expect((await computedChanges(spec)).map(({ version }) => version)).toEqual(['2.0.0', '1.10.0']);
  await writeFile(join(folder, 'openapi.yaml'), document('cats', 'birds', '<b>'));
});

test('the page of an operation tells since when it is there', async () => {
  const history = historyOf(await computedChanges(spec));
  const page = (operationId: string) => history({ kind: 'operation', operation: { operationId } as never });
  expect(page('birds')).toEqual([
    {
      version: '1.10.0',
      href: '/changelog/#v1.10.0-get-birds-a-new-operation',
      text: '`GET /birds`: a new operation.',
      isBreaking: false,
    },
  ]);
  expect(page('<b>')[0]?.version).toBe('Next release');
  expect(page('cats')).toEqual([]);
});

test('the page of an operation leaves what has changed everywhere to the changelog', () => {
  const touching = (id: string, count: number) => ({
    id,
    message: id,
    operations: Array.from({ length: count }, (_, index) => `op${index}`),
  });
  const changes = [touching('few', 10), touching('all', 11)] as never;
  const history = historyOf([{ version: '1.1.0', changes } as never]);
  const page = history({ kind: 'operation', operation: { operationId: 'op3' } as never });
  expect(page.map(({ text }) => text)).toEqual(['few']);
});

describe('the feeds', () => {
  const site = new URL('https://developers.example.com');
  const made = async () => {
    const entries = (await computedChanges(spec)).flatMap(({ version, changes }) =>
      feedEntries(
        {
          version,
          title: 'Title',
          summary: 'Summary',
          date: new Date('2026-02-02'),
          html: '<a href="/x/">x</a>',
          changes,
        },
        site,
      ),
    );
    return { site, title: 'Changes', page: '/changelog/', feed: '/changelog/atom.xml', entries };
  };

  test('have one entry a release and one a change, each with an id of its own', async () => {
    const { items } = jsonFeed(await made()) as {
      items: { id: string; title: string; content_html: string; tags?: string[] }[];
    };
    expect(items.map(({ title }) => title)).toEqual([
      'next: Title',
      'next: GET /<b>: a new operation.',
      '2.0.0: Title',
      '2.0.0: breaking: GET /dogs: the operation was removed.',
      '1.10.0: Title',
      '1.10.0: GET /birds: a new operation.',
    ]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items[3]?.tags).toEqual(['breaking', 'removed', 'dogs']);
    expect(items[2]?.content_html).toContain('href="https://developers.example.com/x/"');
  });

  test('hold no markup of a name', async () => {
    const xml = atomFeed(await made());
    expect(xml).not.toContain('<b>');
    expect(xml).toContain('&amp;lt;b&amp;gt;');
    expect(xml).toContain('<category term="breaking"/>');
  });
});

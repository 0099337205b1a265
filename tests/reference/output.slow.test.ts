import { globSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinedHeaders, parseHeadersFile } from '../../src/site/security/headers-file.ts';
import { inlineScripts, scriptHashes } from '../../src/site/security/inline-scripts.ts';
import { run } from './run.ts';

const spec = join(import.meta.dirname, 'fixtures/constructs.yaml');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reference-'));
  const { stderr, code } = await run(spec, '--out', join(folder, 'site'));
  if (code !== 0) throw new Error(stderr);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a site is safe to publish on', () => {
  const read = (file: string): string => readFileSync(join(folder, 'site', file), 'utf8');
  const pages = (): string[] => globSync('**/*.html', { cwd: join(folder, 'site') });

  test('a host that reads no headers: each page has a policy of its own, before all that it loads', () => {
    expect(pages().length).toBeGreaterThan(10);
    for (const page of pages()) {
      const html = read(page);
      const [before = '', policy = ''] =
        /^.*?<meta http-equiv="Content-Security-Policy" content="([^"]*)">/s.exec(html) ?? [];
      expect(before, page).not.toMatch(/<(?:script|link|style|img)\b/);
      expect(policy).toContain("object-src 'none'; base-uri 'self'");
      for (const hash of scriptHashes(inlineScripts(html))) expect(policy, page).toContain(`'sha256-${hash}'`);
      expect(policy).not.toMatch(/frame-ancestors|'unsafe-eval'/);
    }
  });

  test('a host that reads them: one policy allows what any page runs, and nobody else may frame it', () => {
    const rules = parseHeadersFile(read('_headers'));
    const policy = joinedHeaders(rules, '/reference/').get('Content-Security-Policy') ?? '';
    for (const hash of scriptHashes(pages().map(read).flatMap(inlineScripts)))
      expect(policy).toContain(`'sha256-${hash}'`);
    expect(policy).toContain("frame-ancestors 'self'");
    expect(joinedHeaders(rules, '/reference.md').get('Access-Control-Allow-Origin')).toBe('*');
  });

  test('any host: the licences of what it holds lie beside it', () => {
    for (const name of ['@astrojs/starlight', 'pagefind'])
      expect(read('third-party-licenses.txt')).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });
});

describe('where a site is put', { timeout: 60_000 }, () => {
  const list = (name: string): string[] => globSync('**/*', { cwd: join(folder, name) });
  const make = async (name: string, text: string): Promise<string> => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };

  test('a document that cannot be used ends with one line, code 1, and leaves what is there as it is', async () => {
    const broken = await make('specs/broken.yaml', 'openapi: 3.1.0\ninfo: {title: "x');
    const before = list('site');
    const { code, stderr } = await run(broken, '--out', join(folder, 'site'));
    expect([code, stderr.trim().split('\n')]).toEqual([1, [expect.stringMatching(/broken\.yaml:\d+/)]]);
    expect(list('site')).toEqual(before);
    expect(await run(broken, '--out', join(folder, 'never/new'))).toMatchObject({ code: 1 });
    expect(list('never')).toEqual([]);
  });

  test('an overlay that cannot be applied does the same', async () => {
    const broken = await make('specs/broken.overlay.yaml', 'overlay: 1.1.0\nactions: [{ target: $.info, update: [] }]');
    const { code, stderr } = await run(spec, '--out', join(folder, 'never/new'), '--overlay', broken);
    expect([code, stderr.trim().split('\n')]).toEqual([
      1,
      [expect.stringMatching(/broken\.overlay\.yaml:2 at #\/actions\/0\/update: has a list where/)],
    ]);
    expect(list('never')).toEqual([]);
  });

  test('an error while pages are built leaves nothing half-written', async () => {
    const { code } = await run(spec, '--out', join(folder, 'halves/out'), '--site', 'no address');
    expect(code).toBe(1);
    expect(globSync('{.*,*}', { cwd: join(folder, 'halves') })).toEqual([]);
  });

  test('a folder of somebody else’s, or a file, is refused and stays', async () => {
    const file = await make('mine/letter.txt', 'Dear');
    for (const out of [dirname(file), file]) {
      const { code, stderr } = await run(spec, '--out', out);
      expect([code, stderr.trim().split('\n').length]).toEqual([1, 1]);
      expect(stderr).toContain(out);
    }
    expect(list('mine')).toEqual(['letter.txt']);
  });

  test('a site that would be the same is not built again, one that lacks a file is', async () => {
    const out = join(folder, 'site');
    const page = join(out, 'reference/things/index.html');
    const { mtimeMs } = await stat(page);
    expect((await run(spec, '--out', out)).stdout).toContain('nothing has changed');
    expect((await stat(page)).mtimeMs).toBe(mtimeMs);
    await rm(page);
    const again = await run(spec, '--out', out);
    expect(again.code, again.stderr).toBe(0);
    expect(again.stdout).not.toContain('nothing has changed');
    expect((await stat(page)).mtimeMs).toBeGreaterThan(mtimeMs);
  });

  test('two sites built at once do not disturb each other', async () => {
    const runs = await Promise.all(['one', 'two'].map((name) => run(spec, '--out', join(folder, name))));
    for (const { code, stderr } of runs) expect(code, stderr).toBe(0);
    for (const name of ['one', 'two']) expect(list(name).sort()).toEqual(list('site').sort());
  });

  test('a wrong command line gets the usage', async () => {
    const usage = expect.stringContaining('Usage: npm run reference') as string;
    expect(await run()).toMatchObject({ code: 1, stderr: usage });
    expect(await run('a.yaml', '--output', 'x')).toMatchObject({ code: 1, stderr: usage });
  });
});

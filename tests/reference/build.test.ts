import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OperationSlice } from '../../src/openapi/slice.ts';
import { load, readPage } from './pages.ts';
import type { Loaded } from './pages.ts';

const script = join(import.meta.dirname, '../../scripts/reference.ts');
const shared = join(import.meta.dirname, '../../../shared/specs');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reference-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs `npm run reference` without npm. */
function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
    });
  });
}

describe.each([
  ['constructs.yaml', join(import.meta.dirname, 'fixtures/constructs.yaml')],
  ['schemas.yaml', join(import.meta.dirname, 'fixtures/schemas.yaml')],
  ['museum.yaml', join(shared, 'museum.yaml')],
])('a site of %s (skipped where the document is absent)', (name, file) => {
  const isThere = existsSync(file);
  let out = '';
  let built: Loaded;
  let pages: string[] = [];

  beforeAll(async () => {
    if (!isThere) return;
    out = join(folder, name);
    const { code, stderr } = await run(file, '--out', out);
    if (code !== 0) throw new Error(stderr);
    built = await load(file);
    pages = globSync('reference/**/index.html', { cwd: out }).map((page) => `/${dirname(page)}/`);
  }, 120_000);

  test.skipIf(!isThere)('has a page for every operation, event and resource', () => {
    for (const { address } of [...built.entries, ...built.reference.resources]) expect(pages).toContain(address);
  });

  test.skipIf(!isThere)('tells method, path and operationId on the operation’s page', () => {
    for (const { operation, address } of built.reference.operations.values()) {
      const text = readPage(out, address).main.replace(/<[^>]+>/g, ' ');
      for (const part of [operation.method.toUpperCase(), operation.path, operation.operationId])
        expect(text).toContain(part);
    }
  });

  test.skipIf(!isThere)('has each id once on a page', () => {
    for (const page of pages) {
      const { ids } = readPage(out, page);
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        page,
      ).toEqual([]);
    }
  });

  test.skipIf(!isThere)('links only to pages and anchors that exist', () => {
    for (const page of pages) {
      for (const link of readPage(out, page).links.filter((href) => /^[#/]/.test(href))) {
        const [path = '', hash] = link.split('#');
        const target = path === '' ? page : decodeURI(path);
        if (target === '/' || target.startsWith('/_astro/')) continue;
        const isThere = target.endsWith('.md') ? existsSync(join(out, target)) : pages.includes(target);
        expect(isThere, `${page} → ${link}`).toBe(true);
        if (hash) expect(readPage(out, target).ids, `${page} → ${link}`).toContain(hash);
      }
    }
  });

  test.skipIf(!isThere)('has a slice beside every operation', async () => {
    for (const { operation, address } of built.reference.operations.values()) {
      const slice = JSON.parse(
        await readFile(join(out, decodeURI(address), 'operation.json'), 'utf8'),
      ) as OperationSlice;
      expect([slice.operationId, slice.path]).toEqual([operation.operationId, operation.path]);
    }
  });
});

describe('a page of the constructs', () => {
  const page = (address: string): string => readPage(join(folder, 'constructs.yaml'), address).main;

  test('keeps hostile text inert', () => {
    for (const file of globSync('reference/**/index.html', { cwd: join(folder, 'constructs.yaml') })) {
      const main = page(`/${dirname(file)}/`);
      expect(main, file).not.toMatch(/<script>alert|onerror=|javascript:alert|<i>now|<b>signs/);
    }
  });

  test('shows what only one direction has in that direction', () => {
    const main = page('/reference/things/create-thing/');
    expect(main).toContain('id="body-secret"');
    expect(main).not.toContain('id="body-id"');
    expect(page('/reference/things/list-things/')).toContain('id="response-200-id"');
  });

  test('shows how parameters stand on the wire', () => {
    const text = page('/reference/things/list-things/').replace(/<[^>]+>/g, '');
    for (const wire of ['filter[status]=new&amp;filter[size]=3', 'ids=1,2', 'words=a%20b', 'pipes=a%7Cb'])
      expect(text).toContain(`sent as ${wire}`);
  });

  test('keeps the address of events for a tag that wants it', () => {
    expect(page('/reference/events/')).toContain('Company events');
    expect(page('/reference/webhooks/thing.created/')).toContain('Payload');
  });

  test('names the alternatives of a union and their discriminator', () => {
    const main = page('/reference/untagged/untagged/');
    for (const id of ['body-CardPayment-number', 'body-Bank-transfer-iban']) expect(main).toContain(`id="${id}"`);
    expect(main).toContain('told by <code>method</code>');
  });
});

describe('a page of the schemas', () => {
  const page = (address: string): string => readPage(join(folder, 'schemas.yaml'), address).main;
  const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  const order = (): string => textOf(page('/reference/orders/create-order/'));

  test.each([
    ['the stricter of two bounds, and the later text', 'total number required In euros. 5 to 100'],
    ['names of values', 'card Card iban BankAccount'],
    ['what a value must not be', 'note string not &quot;&quot; not none'],
    ['an encoding in a text', 'coupon string (image/png) encoded as base64'],
    ['several types', 'campaign string or integer or null'],
    ['what a list must contain', 'contains at least 2 × admin'],
    ['names of members', 'when map of integer names match ^d'],
    ['a tuple with a rest', '0 integer 1 string 2+ boolean'],
    ['a condition with a member', 'If method is card cvc string required'],
    ['a condition and its opposite', 'If method is iban required bic Otherwise required note'],
    ['members that need others', 'With coupon required campaign'],
    ['what stands elsewhere', 'What a BIC is'],
    [
      'schemes needed together, one or another, or none',
      'API key X-Key API key tenant OAuth 2.0 scope orders:write none',
    ],
    ['servers of the operation and their variables', 'Servers https://main.example.com {shop} default main'],
    ['an example elsewhere', 'A large one Copy https://example.com/large.json'],
    [
      'a callback, its parameters and the answers to it',
      'POST {$request.body#/callback_url}/shipped The order left Headers X-Signature string required',
    ],
    ['answers to a callback', 'Your answer 204 No Content Seen. 410 Gone Stop sending.'],
  ])('tells %s', (_, text) => {
    expect(order()).toContain(text);
  });

  test('prints XML as XML', () => {
    const code = page('/reference/orders/create-order/').replace(/<[^>]+>|\s/g, '');
    expect(code).toContain(
      '&lt;petxmlns="https://example.com/pets"id="1"&gt;&lt;name&gt;Rex&lt;/name&gt;&lt;photos&gt;&lt;photo&gt;a.png',
    );
  });

  test('tells styles, several examples and parts of a form', () => {
    const text = textOf(page('/reference/orders/put-file/'));
    for (const told of [
      'sent as ;path=a b',
      'sent as .x.y',
      'sent as session=a; session=b',
      '2 examples 1 Little 9 Much',
      'image is sent as image/png, image/jpeg with X-Width',
      'meta is sent as application/json',
      'None needed.',
    ])
      expect(text).toContain(told);
  });

  test('tells whom to ask and the variables of servers; follows no script', () => {
    const overview = page('/reference/');
    for (const told of [
      'The team team@example.com MIT License (MIT) Terms of service',
      '{region} The region . default eu one of eu us',
    ])
      expect(textOf(overview)).toContain(told);
    expect(overview).toContain('href="mailto:team@example.com"');
    const resource = page('/reference/orders/');
    expect(textOf(resource)).toContain('Not to be followed');
    expect(resource).not.toContain('javascript:');
  });
});

describe('where a site is put', { timeout: 60_000 }, () => {
  const spec = join(import.meta.dirname, 'fixtures/constructs.yaml');
  const list = (name: string): string[] => globSync('**/*', { cwd: join(folder, name) });
  const make = async (name: string, text: string): Promise<string> => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };

  test('a document that cannot be used ends with one line, code 1, and leaves what is there as it is', async () => {
    const broken = await make('specs/broken.yaml', 'openapi: 3.1.0\ninfo: {title: "x');
    const before = list('constructs.yaml');
    const { code, stderr } = await run(broken, '--out', join(folder, 'constructs.yaml'));
    expect([code, stderr.trim().split('\n')]).toEqual([1, [expect.stringMatching(/broken\.yaml:\d+/)]]);
    expect(list('constructs.yaml')).toEqual(before);
    expect(await run(broken, '--out', join(folder, 'never/new'))).toMatchObject({ code: 1 });
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
    const out = join(folder, 'constructs.yaml');
    const page = join(out, 'reference/things/index.html');
    const { mtimeMs } = await stat(page);
    expect((await run(spec, '--out', out)).stdout).toContain('nothing has changed');
    expect((await stat(page)).mtimeMs).toBe(mtimeMs);
    await rm(page);
    expect((await run(spec, '--out', out)).stdout).not.toContain('nothing has changed');
    expect((await stat(page)).mtimeMs).toBeGreaterThan(mtimeMs);
  });

  test('a wrong command line gets the usage', async () => {
    const usage = expect.stringContaining('Usage: npm run reference') as string;
    expect(await run()).toMatchObject({ code: 1, stderr: usage });
    expect(await run('a.yaml', '--output', 'x')).toMatchObject({ code: 1, stderr: usage });
  });
});

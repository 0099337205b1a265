import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BundledOperation } from '../../src/openapi/bundle/bundled-operation.ts';
import { methodText } from '../../src/openapi/model/method.ts';
import { load, readPage } from './pages.ts';
import type { Loaded } from './pages.ts';
import { findIdentifiers } from '../../src/site/reference/search/identifiers.ts';
import type { IdentifierIndex } from '../../src/site/reference/search/identifiers.ts';
import { run } from './run.ts';

const shared = join(import.meta.dirname, '../../../shared/specs');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reference-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each([
  ['constructs.yaml', join(import.meta.dirname, 'fixtures/constructs.yaml')],
  ['schemas.yaml', join(import.meta.dirname, 'fixtures/schemas.yaml')],
  ['newer.yaml', join(import.meta.dirname, 'fixtures/newer.yaml')],
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

  test.skipIf(!isThere)('tells method, path and the operationId that the document has on the operation’s page', () => {
    for (const { operation, address } of built.reference.operations.values()) {
      const text = readPage(out, address).main.replace(/<[^>]+>/g, ' ');
      for (const part of [methodText(operation.method), operation.path, operation.givenId ?? ''])
        expect(text).toContain(part);
    }
  });

  test.skipIf(!isThere)('names itself and its own Markdown in its head, and shows one title', async () => {
    for (const page of pages) {
      const html = await readFile(join(out, page, 'index.html'), 'utf8');
      expect(html, page).not.toMatch(/[\da-f-]{36}-\w+-value/);
      expect(html).toContain(`href="${encodeURI(page.slice(0, -1))}.md"`);
      expect(html.match(/<h1[ >]/g), page).toHaveLength(1);
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

  test.skipIf(!isThere)('has its JSON beside every operation', async () => {
    for (const { operation, address } of built.reference.operations.values()) {
      const json = JSON.parse(
        await readFile(join(out, decodeURI(address), 'operation.json'), 'utf8'),
      ) as BundledOperation;
      expect([json.operationId, json.path]).toEqual([operation.operationId, operation.path]);
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

  test('leaves what is internal out of every file: pages, Markdown, llms.txt, names for the search', () => {
    const out = join(folder, 'constructs.yaml');
    const files = globSync('**/*', { cwd: out }).filter((file) => /\.(?:html|md|txt|json|ya?ml|xml)$/.test(file));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) expect(readFileSync(join(out, file), 'utf8'), file).not.toMatch(/staff.?only/i);
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

describe('a page of OpenAPI 3.2', () => {
  const out = (): string => join(folder, 'newer.yaml');
  const page = (address: string): string => readPage(out(), address).main;
  const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

  test('stands below all that its tag is nested under', () => {
    expect(textOf(page('/reference/traces/query-logs/'))).toContain('API reference Telemetry Tracing');
    expect(readPage(out(), '/reference/spans/').html).toContain('<ul class="groups">');
    expect(textOf(page('/reference/telemetry/'))).toContain('Groups Tracing : What a request left behind.');
  });

  test('tells what its tags, servers, schemes and responses say of it', () => {
    const text = textOf(page('/reference/traces/query-logs/'));
    expect(text).toContain('badge Early access audience Partners');
    expect(text).toContain('OAuth 2.0 scope read API key deprecated');
    expect(text).toContain('200 OK Matches As they come.');
    expect(textOf(page('/reference/'))).toContain('https://eu.example.com Europe Near you.');
    expect(textOf(page('/reference/events/log.created/'))).toContain('sent as NOTIFY');
  });

  test('is found by its method, and by the name of its query', () => {
    const index = JSON.parse(readFileSync(join(out(), 'identifiers.json'), 'utf8')) as IdentifierIndex;
    expect(findIdentifiers(index, 'QUERY /logs')[0]?.href).toBe('/reference/traces/query-logs/');
    expect(findIdentifiers(index, 'copy /logs')[0]?.href).toBe('/reference/spans/copy-logs/');
    expect(findIdentifiers(index, 'window')[0]).toMatchObject({ kind: 'parameter', page: 'Query logs' });
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
    [
      'servers of the operation and their variables',
      'Servers https://main.example.com from https://{shop}.example.com {shop} default main',
    ],
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
      'sent as ;path=a%20b',
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
      'clientCredentials, token URL https://example.com/token',
    ])
      expect(textOf(overview)).toContain(told);
    expect(overview).toContain('href="mailto:team@example.com"');
    const resource = page('/reference/orders/');
    expect(textOf(resource)).toContain('Not to be followed');
    expect(resource).not.toContain('javascript:');
  });
});

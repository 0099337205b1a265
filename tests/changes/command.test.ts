import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../scripts/changes-command.ts';
import { announcementFaults } from '../../src/site/changes/announced.ts';

const folder = await mkdtemp(join(tmpdir(), 'changes-'));
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

const document = (paths: string, openapi = '3.1.0') =>
  `openapi: ${openapi}\ninfo: { title: Pets, version: '1' }\npaths: ${paths}\n`;
const operation = "{ get: { operationId: listPets, responses: { '200': { description: OK } } } }";
const full = await file(
  'full.yaml',
  document(`{ /pets: ${operation}, /owners: ${operation.replace('Pets', 'Owners')} }`),
);
const less = await file('less.yaml', document(`{ /pets: ${operation} }`, '3.0.3'));

async function ran(...args: string[]) {
  const [printed, complaints]: string[][] = [[], []];
  const code = await run(
    args,
    (text) => printed?.push(text),
    (text) => complaints?.push(text),
  );
  return { code, printed: printed?.join('\n') ?? '', complaints: complaints?.join('\n') ?? '' };
}

test('what breaks ends with 2, what does not with 0; the list says which is which', async () => {
  const removed = await ran(full, less);
  expect(removed.code).toBe(2);
  expect(removed.printed).toContain('Breaking\n  removed    `GET /owners`: the operation was removed.');
  expect(await ran(less, full)).toMatchObject({
    code: 0,
    printed: expect.stringContaining('0 breaking, 1 other changes.') as string,
  });
});

test('--json is an array of changes', async () => {
  const { printed } = await ran(full, less, '--json');
  expect(JSON.parse(printed)).toEqual([
    {
      severity: 'breaking',
      kind: 'removed',
      subject: 'operation',
      operation: 'listOwners',
      operations: ['listOwners'],
      location: 'GET /owners',
      message: '`GET /owners`: the operation was removed.',
    },
  ]);
});

test('of two versions, only what touches recorded requests, or chosen operations, each with what to do', async () => {
  const query = (name: string) =>
    document(
      `{ /pets: ${operation.replace('{ operationId', `{ parameters: [{ name: ${name}, in: query, schema: { type: string } }], operationId`)}, /owners: ${operation.replace('Pets', 'Owners')} }`,
    );
  const [old, now] = [await file('tag.yaml', query('tag')), await file('label.yaml', query('label'))];
  const entry = (path: string) => ({
    request: { method: 'GET', url: `https://api.example${path}` },
    response: { status: 200 },
  });
  const har = (name: string, ...paths: string[]) => file(name, JSON.stringify({ log: { entries: paths.map(entry) } }));
  const sent = await ran(old, now, '--har', await har('sent.har', '/pets?tag=cat', '/pets', '/elsewhere'));
  expect(sent.code).toBe(2);
  expect(sent.printed).toContain(
    '  removed    `GET /pets query.tag`: the parameter was removed. (listPets)\n             You sent it in 1 request. Stop sending it; it can be refused.',
  );
  expect(sent.printed).toContain('1 of 2 changes touch you, 1 of them breaking.');
  expect(await ran(old, now, '--har', await har('unsent.har', '/pets'))).toMatchObject({ code: 0 });
  const chosen = await ran(old, now, '--operations', 'listOwners,listPets', '--json');
  expect(JSON.parse(chosen.printed)).toMatchObject([
    { location: 'GET /pets query.tag', used: ['listPets'], advice: 'Stop sending it; it can be refused.' },
    { location: 'GET /pets query.label', used: ['listPets'] },
  ]);
  const foreign = await ran(old, now, '--har', await har('foreign.har', '/elsewhere'));
  expect([foreign.code, foreign.complaints]).toEqual([1, expect.stringContaining('none of its requests')]);
  expect(await ran(old, now, '--operations', 'lisPets')).toMatchObject({ code: 1, printed: '' });
});

test('what cannot be used ends with 1 and one line that names it', async () => {
  const broken = await file('broken.yaml', 'openapi: 3.1.0\npaths: [');
  const old = await file('old.yaml', "swagger: '2.0'\n");
  for (const bad of [join(folder, 'nowhere.yaml'), broken, old]) {
    const { code, complaints, printed } = await ran(full, bad);
    expect([code, printed]).toEqual([1, '']);
    expect(complaints).toContain(bad.slice(bad.lastIndexOf('/') + 1));
    expect(complaints).not.toContain('\n');
  }
  expect(await ran(full)).toMatchObject({
    code: 1,
    complaints: expect.stringContaining('Usage: npm run changes') as string,
  });
  expect(await ran(full, less, '--jsno')).toMatchObject({
    code: 1,
    complaints: expect.stringContaining('--jsno') as string,
  });
});

test('what breaks has to be announced by its place, and nothing else may be', async () => {
  const changes = JSON.parse((await ran(full, less, '--json')).printed) as Parameters<typeof announcementFaults>[0];
  expect(announcementFaults(changes, ['GET /owners'])).toEqual([]);
  expect(announcementFaults(changes, [])).toEqual([
    "Breaks clients and is not announced: `GET /owners`: the operation was removed. Undo it, or name 'GET /owners' under breaking: in content/changelog/next.md.",
  ]);
  expect(announcementFaults([], ['GET /owners'])).toEqual([
    "Announced in content/changelog/next.md, but nothing breaks there: 'GET /owners'.",
  ]);
});

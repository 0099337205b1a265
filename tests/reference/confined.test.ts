import { symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { read, refusalOf, writeDocument } from './write-document.ts';

const describing = (ref: string): string =>
  `openapi: 3.1.0\ninfo: { title: T, version: "1", description: { $ref: '${ref}' } }\npaths: {}\ncomponents: { schemas: { A: { $ref: '${ref}' } } }\n`;
const elsewhere = await writeDocument({ 'secret.yaml': 'type: string' }, afterAll);

describe('a $ref leads no further than the folder of its document', () => {
  test.each([
    ['by an absolute path', elsewhere],
    ['up', `../${elsewhere.split('/').slice(-2).join('/')}`],
    ['down and up', `sub/../../${elsewhere.split('/').slice(-2).join('/')}`],
    ['by an address', 'http://127.0.0.1:9/x.yaml'],
    ['by the address of a file', `file://${elsewhere}`],
    ['by an address that is what it leads to', 'data:application/yaml,type%3A%20string'],
  ])('%s', async (_, ref) => {
    const line = await refusalOf(await writeDocument({ 'api.yaml': describing(ref), 'sub/a.yaml': 'type: string' }));
    expect(line).toMatch(
      /api\.yaml:\d at #\/.*(?:outside of the document's folder; --allow FOLDER|only files of this machine)/,
    );
    expect(line).not.toContain('\n');
  });

  test('by a link in that folder, to a file or over a folder', async () => {
    for (const ref of ['link.yaml', 'folder/secret.yaml']) {
      const file = await writeDocument({ 'api.yaml': describing(ref) });
      await symlink(elsewhere, join(dirname(file), 'link.yaml'));
      await symlink(dirname(elsewhere), join(dirname(file), 'folder'));
      expect(await refusalOf(file)).toContain("outside of the document's folder");
    }
  });

  test('from another file of it', async () => {
    const file = await writeDocument({ 'api.yaml': describing('sub/a.yaml'), 'sub/a.yaml': `$ref: '${elsewhere}'` });
    expect(await refusalOf(file)).toContain("outside of the document's folder");
  });

  test('and not to what is no file', async () => {
    const file = await writeDocument({ 'api.yaml': describing('sub'), 'sub/a.yaml': '' });
    expect(await refusalOf(file)).toMatch(/sub is no file/);
  });

  test('but into folders that are allowed, and to links within its own', async () => {
    const file = await writeDocument({ 'api.yaml': describing(elsewhere), 'real.yaml': '' });
    const { document } = await read(file, { allow: [dirname(elsewhere)] });
    expect(document.components?.schemas?.secret).toEqual({ type: 'string' });
    const inside = await writeDocument({ 'api.yaml': describing('link.yaml'), 'real.yaml': 'type: integer' });
    await symlink('real.yaml', join(dirname(inside), 'link.yaml'));
    expect((await read(inside)).document.components?.schemas?.link).toEqual({ type: 'integer' });
  });

  test('and its own file may be linked to from anywhere', async () => {
    const file = await writeDocument({ 'api.yaml': describing('part.yaml'), 'part.yaml': 'type: integer' });
    const linked = await writeDocument({ 'part.yaml': 'type: boolean' });
    await symlink(file, join(dirname(linked), 'linked.yaml'));
    const { document } = await read(join(dirname(linked), 'linked.yaml'));
    expect(document.components?.schemas?.part).toEqual({ type: 'boolean' });
  });
});

test('a chain of $refs that lead to nothing but $refs is refused before it is followed, a short one is not', async () => {
  const chain = (length: number): string =>
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      components: {
        schemas: Object.fromEntries([
          ...Array.from({ length }, (_, n) => [`S${n}`, { $ref: `#/components/schemas/S${n + 1}` }]),
          [`S${length}`, { type: 'string' }],
        ]) as object,
      },
    });
  expect(await refusalOf(await writeDocument({ 'api.json': chain(5000) }))).toMatch(
    /api\.json: \$ref "#\/components\/schemas\/S\d+" leads to nothing but other \$refs, more than 100 of them$/,
  );
  expect((await read(await writeDocument({ 'api.json': chain(20) }))).notes).toEqual([]);
});

describe('YAML aliases', () => {
  const head = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths: {}\n';
  const levels = (count: number, width: number): string =>
    Array.from(
      { length: count },
      (_, n) => `x-${n + 1}: &a${n + 1} [${Array(width).fill(`*a${n}`).join(', ')}]\n`,
    ).join('');

  test('are refused where, written out, they would fill the memory', async () => {
    const file = await writeDocument({ 'api.yaml': `${head}x-0: &a0 [lol]\n${levels(9, 9)}` });
    expect(await refusalOf(file)).toMatch(
      /api\.yaml: the YAML aliases of this file stand for more than 10\d,\d{3} values$/,
    );
    const part = await writeDocument({
      'api.yaml': `${head}components: { schemas: { A: { $ref: part.yaml } } }`,
      'part.yaml': `x-0: &a0 [lol]\n${levels(9, 9)}`,
    });
    expect(await refusalOf(part)).toMatch(/api\.yaml:4 at #\/components\/schemas\/A: .*the YAML aliases of this file/);
  });

  test('are refused where one stands for what it is a part of', async () => {
    for (const text of [
      'x-a: &a { b: *a }',
      'components: { schemas: { A: &a { properties: { a: *a } } } }',
      'x-a: &a [[*a]]',
    ])
      expect(await refusalOf(await writeDocument({ 'api.yaml': head + text }))).toMatch(
        /stands for what it is a part of$/,
      );
  });

  test('are read where they only save writing', async () => {
    const { document } = await read(await writeDocument({ 'api.yaml': `${head}x-0: &a0 [lol]\n${levels(3, 4)}` }));
    expect((document['x-3'] as unknown[]).flat(3)).toHaveLength(64);
  });
});

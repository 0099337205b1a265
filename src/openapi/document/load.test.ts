import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DocumentError, loadDocument, loadPolicies, SPEC_FILE } from './load.ts';

const HEAD = 'info: { title: T, version: "1" }\n';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'load-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

/** The error that a document is refused with. */
async function refusal(path: string): Promise<DocumentError> {
  const error: unknown = await loadDocument(path).catch((thrown: unknown) => thrown);
  if (!(error instanceof DocumentError)) throw new Error(`not refused: ${String(error)}`);
  return error;
}

describe('a document', () => {
  test('of several files becomes one whose references are all local', async () => {
    const document = await loadDocument(SPEC_FILE);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref);
    expect(references.length).toBeGreaterThan(300);
    expect(references.filter((ref) => !ref!.startsWith('#/components/'))).toEqual([]);
    expect(Object.keys(document.webhooks!)).toHaveLength(12);
  });

  test('may be JSON and OpenAPI 3.0', async () => {
    const path = await file('ok.json', '{"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{}}');
    expect(await loadDocument(path)).toMatchObject({ openapi: '3.0.3', paths: {} });
  });

  test('keeps the digits of its numbers, in JSON as in YAML', async () => {
    const schema = '{ "maximum": 9007199254740993, "multipleOf": 0.10, "title": "1.10" }';
    const json = `{"openapi":"3.1.0","info":{"title":"T","version":"1"},"components":{"schemas":{"A":${schema}}}}`;
    for (const [name, text] of [
      ['digits.json', json],
      ['digits.yaml', `openapi: 3.1.0\n${HEAD}components: { schemas: { A: ${schema} } }\n`],
    ] as const) {
      const { components } = await loadDocument(await file(name, text));
      expect(JSON.stringify(components!.schemas!.A)).toBe(schema.replaceAll(/(?<=[{,:]) | (?=\})/g, ''));
    }
  });

  test('may have keywords that its version does not know', async () => {
    const path = await file(
      'extra.yaml',
      `openapi: 3.1.0\n${HEAD}paths: {}\ncomponents: { schemas: { A: { minimal: true } } }\n`,
    );
    expect((await loadDocument(path)).components!.schemas!.A).toEqual({ minimal: true });
  });
});

describe('a document is refused, with its file and the place in it, when', () => {
  test('the file does not exist', async () => {
    const error = await refusal(join(folder, 'none.yaml'));
    expect(error.file).toContain('none.yaml');
    expect(error.message).toMatch(/none\.yaml: ENOENT/);
  });

  test('a name stands twice in JSON', async () => {
    const error = await refusal(await file('twice.json', '{"openapi": "3.1.0",\n "paths": {},\n "paths": {}}'));
    expect(error.message).toMatch(/twice\.json:3.*duplicated mapping key/);
  });

  test('it is not YAML', async () => {
    const error = await refusal(await file('broken.yaml', 'openapi: 3.1.0\ninfo:\n  title: [\n'));
    expect(error.message).toMatch(/broken\.yaml:\d+: /);
    expect(error.message).not.toContain('\n');
  });

  test('it is no OpenAPI', async () => {
    expect((await refusal(await file('other.yaml', 'a: 1\n'))).message).toMatch(/other\.yaml/);
    expect((await refusal(await file('list.json', '[]'))).message).toMatch(/list\.json/);
    expect((await refusal(await file('empty.yaml', ''))).message).toMatch(/empty\.yaml/);
  });

  test('it is of a version that is not supported', async () => {
    const old = await refusal(await file('old.yaml', `swagger: "2.0"\n${HEAD}paths: {}\n`));
    expect(old.message).toMatch(/old\.yaml.*only OpenAPI 3\.0, 3\.1 and 3\.2 are supported/);
    const next = await refusal(await file('next.yaml', `openapi: 4.0.0\n${HEAD}paths: {}\n`));
    expect(next.reason).toBe('this is openapi 4.0.0; only OpenAPI 3.0, 3.1 and 3.2 are supported');
  });

  test('a reference names nothing', async () => {
    const path = await file('ref.yaml', `openapi: 3.1.0\n${HEAD}paths:\n  /a: { $ref: 'gone.yaml#/a' }\n`);
    expect(await refusal(path)).toMatchObject({ pointer: '#/paths/~1a', line: 4 });
  });

  test('a part has the wrong shape', async () => {
    const path = await file(
      'shape.yaml',
      `openapi: 3.1.0\n${HEAD}paths:\n  /a:\n    get:\n      parameters: {}\n      responses: {}\n`,
    );
    const error = await refusal(path);
    expect(error).toMatchObject({ pointer: '#/paths/~1a/get/parameters', line: 6 });
    expect(error.message).toMatch(/shape\.yaml:6 at #\/paths\/~1a\/get\/parameters: /);
  });
});

test('policies that are not YAML are refused with their file', async () => {
  await expect(loadPolicies(await file('policies.yaml', 'plans: ['))).rejects.toThrow(/policies\.yaml/);
});

import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../../../openapi/document/load.ts';
import { listOperations } from '../../../../openapi/model/operations.ts';
import { bundleOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import type { Schema } from '../../../../openapi/document/openapi-document.ts';
import type { ApiResponse } from '../../../session/request/send-request.ts';
import { typesOfAnswer } from './response-type.ts';
import { typesOfSchema } from './schema-type.ts';
import { typeOfValue } from './value-type.ts';

/** What the compiler says of some files, in strict mode. */
function complaints(sources: Record<string, string>): string[] {
  const options: ts.CompilerOptions = { strict: true, noEmit: true, noLib: true, noResolve: true, types: [] };
  const core =
    'interface Array<T> { length: number; [n: number]: T } interface Boolean {} interface Function {} interface CallableFunction {} interface NewableFunction {} interface IArguments {} interface Number {} interface Object {} interface RegExp {} interface String {}';
  const files: Record<string, string> = { 'core.d.ts': core, ...sources };
  const host = ts.createCompilerHost(options);
  host.getSourceFile = (name, target) =>
    files[name] === undefined ? undefined : ts.createSourceFile(name, files[name], target);
  host.fileExists = (name) => name in files;
  const program = ts.createProgram(Object.keys(files), options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

const document = await loadDocument('spec/openapi.yaml');
const operations = listOperations(document).map((operation) => bundleOperation(document, operation));

function response(operation: BundledOperation, status: string, value: unknown): ApiResponse {
  const text = JSON.stringify(value);
  const mediaType = operation.responses[status]?.content[0]?.mediaType ?? 'application/json';
  return {
    kind: 'response',
    status: Number(status),
    headers: [],
    mediaType,
    text,
    bytes: new Uint8Array(),
    size: text.length,
    milliseconds: 1,
  };
}

describe('typesOfAnswer', () => {
  it('fits each example of the spec, as the compiler sees it', () => {
    const sources: Record<string, string> = {};
    for (const operation of operations) {
      for (const [status, { content }] of Object.entries(operation.responses)) {
        const example = content[0]?.example;
        if (example === undefined) continue;
        const types = typesOfAnswer(operation, response(operation, status, example));
        const name = /^export (?:type|interface) (\w+)/.exec(types)?.[1];
        sources[`${operation.operationId}-${status}.ts`] =
          `${types}\nconst example: ${name} = ${JSON.stringify(example)};`;
      }
    }
    expect(Object.keys(sources).length).toBeGreaterThan(150);
    expect(complaints(sources)).toEqual([]);
  }, 60_000);

  it('names the type after the operation, and the status where it is no success', () => {
    const [list] = operations.filter(({ operationId }) => operationId === 'listContacts');
    if (!list) throw new Error('no listContacts');
    expect(typesOfAnswer(list, response(list, '200', {}))).toMatch(
      /^export type ListContactsResponse = ContactList;\n\nexport interface ContactList \{\n/,
    );
    expect(typesOfAnswer(list, response(list, '401', {}))).toMatch(/^export type ListContactsResponse401 = Error;/);
    expect(typesOfAnswer(list, response(list, '418', { tea: true }))).toBe(
      'export interface ListContactsResponse418 {\n  tea: boolean;\n}\n',
    );
    expect(typesOfAnswer({ ...list, operationId: '2 pets/list' }, response(list, '418', 1))).toBe(
      'export type _2PetsListResponse418 = number;\n',
    );
  });
});

describe('typesOfSchema', () => {
  it.each<[string, Schema, string]>([
    ['nullable', { type: ['string', 'null'] }, 'string | null'],
    ['values', { enum: ['a', 1, null] }, '"a" | 1 | null'],
    [
      'a list of a union',
      { type: 'array', items: { oneOf: [{ type: 'string' }, { type: 'integer' }] } },
      '(string | number)[]',
    ],
    ['a tuple', { prefixItems: [{ type: 'string' }], items: { type: 'boolean' } }, '[string, ...boolean[]]'],
    ['anything', {}, 'unknown'],
    ['parts', { allOf: [{ type: 'string' }, { enum: ['a'] }] }, 'string & "a"'],
  ])('writes %s', (_, schema, type) => expect(typesOfSchema(schema, {}, 'T')).toBe(`export type T = ${type};\n`));

  it('writes members, quoted and optional ones, and no written-only ones', () => {
    const schema = {
      properties: { 'a-b': { type: 'string' }, über: {}, '\u202e': {}, __proto: {}, secret: { writeOnly: true } },
      required: ['a-b'],
    };
    expect(typesOfSchema(schema, {}, 'T')).toBe(
      'export interface T {\n  "a-b": string;\n  über?: unknown;\n  "\\u202e"?: unknown;\n  __proto?: unknown;\n}\n',
    );
  });

  it('writes maps', () => {
    expect(typesOfSchema({ type: 'object', additionalProperties: { type: 'number' } }, {}, 'T')).toBe(
      'export interface T {\n  [key: string]: number;\n}\n',
    );
  });

  it('declares each definition once, recursive and oddly named ones too', () => {
    const Node = { type: 'object', properties: { next: { $ref: '#/$defs/Node' }, other: { $ref: '#/$defs/string' } } };
    const types = typesOfSchema({ $ref: '#/$defs/Node' }, { Node, string: { type: 'string' } }, 'Node');
    expect(types).toBe(
      'export type Node = Node2;\n\nexport interface Node2 {\n  next?: Node2;\n  other?: string_;\n}\n\nexport type string_ = string;\n',
    );
    expect(complaints({ 'a.ts': types })).toEqual([]);
  });
});

describe('typeOfValue', () => {
  it.each<[unknown, string]>([
    [[1, 'a', null, 2], '(number | string | null)[]'],
    [[], 'unknown[]'],
    [[[1], ['a']], '(number | string)[][]'],
    [null, 'null'],
  ])('of %j', (value, type) => expect(typeOfValue(value, 'T')).toBe(`export type T = ${type};\n`));

  it('makes a member optional where some objects lack it', () => {
    expect(typeOfValue([{ a: 1, 'b c': [] }, { a: null }], 'T')).toBe(
      'export type T = {\n  a: number | null;\n  "b c"?: unknown[];\n}[];\n',
    );
  });

  it('takes members of any name', () => {
    expect(typeOfValue(JSON.parse('{"__proto__": 1, "constructor": 2}'), 'T')).toBe(
      'export interface T {\n  __proto__: number;\n  constructor: number;\n}\n',
    );
  });
});

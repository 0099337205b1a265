import { describe, expect, test } from 'vitest';
import type { SampleRequest } from '../samples/request.ts';
import { exportCalls, exportFormats } from './export-formats.ts';
import type { ExportFormat } from './export-formats.ts';
import { withFlow } from './flow.ts';
import type { RecordedCall } from './recorded-call.ts';

const server = 'https://api.example.com/v1';
const key = { variable: 'API_KEY' };

function call(
  path: string,
  address: string,
  { answer, ...more }: { answer?: unknown } & Partial<SampleRequest> = {},
): RecordedCall {
  const { method = 'GET', headers = [], body } = more;
  const request: SampleRequest = {
    method,
    url: server + address,
    headers: [['Authorization', ['Bearer ', key]], ...headers],
    ...(body !== undefined && { body, bodyFormat: more.bodyFormat ?? 'json' }),
  };
  const text = answer === undefined ? undefined : JSON.stringify(answer);
  return { operationId: 'petCall', summary: 'A call', path, request, parameters: [], status: 200, answer: text };
}

function printed(id: ExportFormat['id'], calls: RecordedCall[], base = server) {
  const format = exportFormats.find((candidate) => candidate.id === id) ?? expect.unreachable();
  return exportCalls(calls, format, {
    title: 'Pet API',
    server: base,
    serverVariable: 'SERVER',
    secretVariable: 'API_KEY',
    document: 'https://example.com/openapi.yaml',
    file: 'calls.txt',
  });
}

describe('what flows', () => {
  const outputs = (calls: RecordedCall[]) => withFlow(calls, server).map((flowing) => flowing.outputs);

  test('is an id that an answer told first, in a path, a query and a body', () => {
    const calls = [
      call('/pets', '/pets', { method: 'POST', answer: { id: 'pet_1', owner_id: 'own_1' } }),
      call('/pets/{id}', '/pets/pet_1', { answer: { id: 'pet_1' } }),
      call('/toys', '/toys?owner=own_1', { answer: { data: [{ id: 'toy_1' }], next_cursor: 'c.-~2' } }),
      call('/toys', '/toys?cursor=c.-~2', { method: 'POST', body: { toys: ['toy_1'] } }),
    ];
    expect(outputs(calls)).toEqual([
      [
        { name: 'pet_id', path: ['id'] },
        { name: 'owner_value', path: ['owner_id'] },
      ],
      [],
      [
        { name: 'cursor', path: ['next_cursor'] },
        { name: 'toys_value', path: ['data', 0, 'id'] },
      ],
      [],
    ]);
  });

  test('is not what the reader named before any answer did, nor what no id is', () => {
    const calls = [
      call('/pets/{id}', '/pets/pet_1', { answer: { id: 'pet_1', status: 'open' } }),
      call('/pets', '/pets?status=open', {}),
      call('/pets/{id}', '/pets/pet_1', {}),
    ];
    expect(outputs(calls)).toEqual([[], [], []]);
  });

  test('has a name where what it is used for has none that a language could read', () => {
    const first = call('/pets', '/pets', { method: 'POST', answer: { id: 'pet_1', owner_id: 'own_1' } });
    expect(outputs([first, call('/pets', '/pets?$=pet_1&1st=own_1')])[0]).toEqual([
      { name: 'call__value', path: ['id'] },
      { name: 'call_1st_value', path: ['owner_id'] },
    ]);
  });

  test('is called as where it is used first, in the same way of writing, and never twice the same', () => {
    const answer = { id: 'pet_1', owner_id: 'own_1', shopId: 'shop_1', toy_id: 'toy_1', nextCursor: 'cur_1' };
    const used = '/pets?ownerId=own_1&pet_idle=pet_1&server=shop_1&owner-id=toy_1&cursor=cur_1';
    const [first] = outputs([call('/pets', '/pets', { method: 'POST', answer }), call('/pets', used)]);
    expect(first?.map(({ name }) => name)).toEqual([
      'owner_id',
      'pet_idle_value',
      'server_value',
      'owner_id_2',
      'cursor',
    ]);
  });

  test('leaves what else is sent as it is', () => {
    const body = { none: null, count: 7, text: 'a b', list: [null, 'pet_1'], when: new Date(0) };
    const url = [`${server}/pets?key=`, key, '&owner=own_1'] as const;
    const sent = call('/pets', '/pets', { method: 'POST', body });
    const calls = [
      call('/pets', '/pets', { answer: { id: 'pet_1' } }),
      { ...sent, request: { ...sent.request, url }, parameters: [{ name: 'limit', in: 'query', value: 7 }] },
    ] as RecordedCall[];
    const flowing = withFlow(calls, server)[1];
    expect(flowing?.request.url).toEqual([{ variable: 'server', kept: true }, '/pets?key=', key, '&owner=own_1']);
    expect(flowing?.parameters).toEqual([{ name: 'limit', in: 'query', value: 7 }]);
    expect(flowing?.request.body).toMatchObject({ none: null, count: 7, text: 'a b', when: new Date(0) });
  });
});

describe('a text that a format would read', () => {
  const hostile = call('/pets', '/pets', { method: 'POST', body: { name: '{{API_KEY}} {$inputs.api_key}' } });

  test('is escaped where it can be', () => {
    expect(printed('http', [hostile]).text).toContain(String.raw`"{\u007bAPI_KEY}\u007d {$inputs.api_key}"`);
  });

  test('keeps its call out of a format that has no way to write it', () => {
    expect(printed('arazzo', [hostile])).toMatchObject({ leftOut: 1 });
    const text = call('/pets', '/pets', { method: 'POST', body: '### {{API_KEY}}', bodyFormat: 'text' });
    expect(printed('rest-client', [text])).toMatchObject({ leftOut: 1 });
    const { leftOut, text: file } = printed('node-test', [text]);
    expect([leftOut, file.includes('"### {{API_KEY}}"')]).toEqual([0, true]);
  });

  test('of a summary or a server ends no comment and no string', () => {
    const odd = { ...call('/pets', '/pets'), summary: 'Pets */\n"""\u2028{{x}}' };
    for (const { id } of exportFormats) {
      const { text } = printed(id, [odd], 'http://127.0.0.1:1/$(id)`"');
      expect(text, id).toMatch(/1\. Pets x: 200/);
      expect(text, id).not.toMatch(/\$\(id\)|\*\/|\u2028/);
    }
  });
});

test('a script for the shell goes on where an error was answered, and names no key', () => {
  const { text } = printed('curl', [{ ...call('/pets/{id}', '/pets/pet_1'), status: 404, lacksSecret: true }]);
  expect(text).toContain('|| [ $? -eq 22 ]');
  expect(text).toContain('# Something that looked like a secret was left out of this call.');
  expect(text).toContain('"${server:?}/pets/pet_1"');
});

test('files of a form, numbers with all their digits and two calls of one operation are written', () => {
  const calls = [
    call('/pets', '/pets', { method: 'POST', body: [['photo', { file: 'a.png' }]], bodyFormat: 'multipart' }),
    call('/pets', '/pets', { method: 'POST', body: { a: 1 } }),
  ];
  expect(printed('node-test', calls).text).toMatch(
    /import \{ openAsBlob \}[\s\S]*\n {2}const form = new FormData\(\);/,
  );
  expect(printed('pytest', calls).text).toMatch(/from pathlib import Path[\s\S]*def test_02_petCall2\(\):/);
  expect(printed('http', calls).text).toMatch(/filename="a\.png"[\s\S]*< \.\/a\.png[\s\S]*# @name petCall2/);
});

import { expect, test } from 'vitest';
import { HarError, parseHar } from './har.ts';

test('what is no HAR is refused in one line; what is in one and broken is passed over', () => {
  for (const bad of [
    '',
    '[]',
    'null',
    '{"log":null}',
    '{"log":{}}',
    '{"log":{"entries":[{}]}}',
    '{"log":{"entries":[{"request":{"method":"GET","url":"x"}}]}}',
    '{"log":{"entries":[{"request":{"method":"GET","url":["http://a.example/"]}}]}}',
  ])
    expect(() => parseHar(bad)).toThrow(HarError);
  const entries = [
    {
      request: { method: 'post', url: 'http://a.example/v1/pets', headers: 7, postData: { text: '{"na', mimeType: 5 } },
    },
  ];
  const [exchange] = parseHar(JSON.stringify({ log: { entries } }));
  expect(exchange).toMatchObject({ method: 'POST', status: 0, body: '{"na' });
});

const read = (request: object, response?: object) => {
  const entries = [{ request: { method: 'GET', url: 'http://a.example/', ...request }, response }];
  return parseHar(JSON.stringify({ log: { entries } }))[0];
};

test('the refusal names the place, and the first that is wrong', () => {
  const refusal = (...entries: unknown[]) => {
    try {
      parseHar(JSON.stringify({ log: { entries } }));
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };
  const request = { method: 'GET', url: 'http://a.example/' };
  expect(refusal({ request }, 7)).toBe("'log.entries[1].request' must be an object.");
  expect(refusal({ request }, { request: { ...request, method: 1 } })).toBe(
    "'log.entries[1].request.method' must be a text.",
  );
  expect(refusal({ request: { ...request, url: '/pets' } })).toBe("'log.entries[0].request.url' must be an address.");
  expect(() => parseHar('{')).toThrow('This is not JSON');
  expect(() => parseHar('{"log": {}}')).toThrow("it has no list 'log.entries'");
});

test('types are read without their parameters, headers in their order, and the status as a number', () => {
  const headers = [
    { name: 'B', value: '1' },
    { name: 'A', value: '2' },
    { name: 'C', value: 3 },
    { name: 4, value: 'd' },
    'x',
  ];
  const response = { status: 201, headers, content: { mimeType: ' Text/HTML ; charset=utf-8', text: '<p>' } };
  expect(read({ headers, postData: { mimeType: 'application/JSON', text: '{}' } }, response)).toMatchObject({
    headers: [
      ['B', '1'],
      ['A', '2'],
    ],
    mediaType: 'application/json',
    body: '{}',
    status: 201,
    responseHeaders: [
      ['B', '1'],
      ['A', '2'],
    ],
    responseType: 'text/html',
    responseBody: '<p>',
  });
  expect(read({}, { status: '200' })?.status).toBe(0);
});

test('a body may be packed as base64; one that is empty, or cannot be unpacked, is none', () => {
  const body = (text: unknown, encoding?: string) => read({}, { content: { text, encoding } })?.responseBody;
  expect(body('w6k=', 'base64')).toBe('é');
  expect(body('w6k=')).toBe('w6k=');
  for (const none of [body('%', 'base64'), body(''), body(7), read({})?.body]) expect(none).toBeUndefined();
  expect(read({})).not.toHaveProperty('responseBody');
  expect(read({})).not.toHaveProperty('body');
  expect(read({}, {})).toMatchObject({ headers: [], responseHeaders: [], mediaType: '', responseType: '' });
});

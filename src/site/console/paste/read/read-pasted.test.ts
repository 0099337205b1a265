import { expect, test } from 'vitest';
import { readPasted } from './read-pasted.ts';

const plain = { method: 'GET', origin: 'https://api.example.com', target: '/pets', headers: [], left: [] };

test('a call of fetch is read as browsers copy it, and nothing of it is run', () => {
  const copied = `fetch("https://api.example.com/pets", {
  "headers": { "content-type": "application/json", "x-a": "1" },
  "referrer": "https://app.example.com/",
  "body": "{\\"a\\":\\"it's\\"}",
  "method": "POST",
  "mode": "cors"
});`;
  expect(readPasted(copied)).toEqual([
    {
      ...plain,
      method: 'POST',
      headers: [
        ['content-type', 'application/json'],
        ['x-a', '1'],
      ],
      body: { kind: 'text', text: '{"a":"it\'s"}' },
    },
  ]);
  expect(readPasted('await fetch("https://api.example.com/pets")')).toEqual([plain]);
  expect(() => readPasted('fetch(`https://api.example.com/${alert(1)}`)')).toThrow(/not as a browser copies it/);
});

const entry = {
  request: {
    method: 'POST',
    url: 'https://api.example.com/pets',
    headers: [
      { name: ':method', value: 'POST' },
      { name: 'X-A', value: '1' },
    ],
    postData: { mimeType: 'application/json', text: '{}' },
  },
  response: { status: 200 },
};
const read = {
  ...plain,
  method: 'POST',
  headers: [
    ['X-A', '1'],
    ['Content-Type', 'application/json'],
  ],
  body: { kind: 'text', text: '{}' },
};

test.each([
  ['a whole file', { log: { entries: [entry, entry] } }, [read, read]],
  ['one entry', entry, [read]],
  ['one request', entry.request, [read]],
  ['a list of entries', [entry], [read]],
])('a HAR is read: %s', (_, har, requests) => {
  expect(readPasted(JSON.stringify(har))).toEqual(requests);
});

test('fields of a HAR, and the text of a multipart body, are read as parts', () => {
  const params = [
    { name: 'note', value: 'a\nb' },
    { name: 'photo', fileName: 'a.png', contentType: 'image/png' },
  ];
  const parts = [
    { name: 'note', text: 'a\nb' },
    { name: 'photo', file: 'a.png', type: 'image/png' },
  ];
  const har = {
    method: 'POST',
    url: 'https://api.example.com/pets',
    postData: { mimeType: 'multipart/form-data', params },
  };
  expect(readPasted(JSON.stringify(har))[0]?.body).toEqual({ kind: 'parts', parts });
  const text =
    '--B\r\nContent-Disposition: form-data; name="note"\r\n\r\na\nb\r\n' +
    '--B\r\nContent-Disposition: form-data; name="photo"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n\r\n--B--\r\n';
  const header = `-H 'Content-Type: multipart/form-data; boundary=B'`;
  expect(
    readPasted(
      `curl https://api.example.com/pets ${header} --data-binary $'${text.replaceAll('\r', '\\r').replaceAll('\n', '\\n')}'`,
    )[0]?.body,
  ).toEqual({
    kind: 'parts',
    parts,
  });
});

test.each([
  ['damaged JSON', '{"log":', /damaged/],
  ['JSON that is no HAR', '{"a":1}', /no HAR file/],
])('%s is told', (_, text, reason) => {
  expect(() => readPasted(text)).toThrow(reason);
});

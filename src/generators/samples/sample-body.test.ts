import { expect, test } from 'vitest';
import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { bundleOperation } from '../../openapi/bundle/bundled-operation.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import { curl } from './curl.ts';
import type { SampleRequest } from './request.ts';
import { sampleRequest } from './sample-request.ts';

test.each(['multipart/mixed', 'application/x-www-form-urlencoded'])(
  'a body of %s that has no fields is sent as its text',
  (mediaType) => {
    const post = { operationId: 'send', requestBody: { content: { [mediaType]: { example: [{ a: 1 }] } } } };
    const document: OpenApiDocument = { openapi: '3.1.0', info: { title: '', version: '1' }, paths: { '/': { post } } };
    const [operation = expect.unreachable()] = listOperations(document);
    const sent = sampleRequest(bundleOperation(document, operation), { secretVariable: 'API_KEY' });
    expect(sent).toMatchObject({ bodyFormat: 'text', body: '[\n  {\n    "a": 1\n  }\n]' });
    expect(sent.headers).toContainEqual(['Content-Type', mediaType]);
    expect(curl(sent)).toContain("--data-raw '[");
  },
);

test.each([
  ['scan.PDF', ';type=application/octet-stream'],
  ['photo.jpeg', ';type=application/octet-stream'],
  ['photo.png.gz', ''],
  ['data.bin', ''],
])('the file %s without a media type is sent as bytes', (file, option) => {
  const request: SampleRequest = {
    method: 'POST',
    url: 'https://api.example.com/',
    headers: [],
    bodyFormat: 'multipart',
    body: [['upload', { file }]],
  };
  expect(curl(request)).toContain(`-F 'upload=@${file}${option}'`);
});

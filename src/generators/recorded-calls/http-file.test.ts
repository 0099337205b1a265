import { expect, test } from 'vitest';
import type { SampleRequest } from '../samples/request.ts';
import { fitsHttpFile } from './http-file.ts';

const fits = (request: Partial<SampleRequest>): boolean =>
  fitsHttpFile({
    operationId: 'petCall',
    summary: 'A call',
    path: '/pets',
    request: { method: 'POST', url: 'https://api.example.com/pets', headers: [], ...request },
    parameters: [],
    status: 200,
    answer: undefined,
  });

test.each<[string, Partial<SampleRequest>, boolean]>([
  ['no body', {}, true],
  ['JSON that looks like a variable, which is escaped', { body: { a: '{{x}}' } }, true],
  ['a form, which is encoded', { body: { a: '{{x}}' }, bodyFormat: 'form' }, true],
  ['a plain text', { body: 'a b', bodyFormat: 'text' }, true],
  ['a text with a variable', { body: 'a {{x}}', bodyFormat: 'text' }, false],
  ['parts', { body: { a: 'b' }, bodyFormat: 'multipart' }, true],
  ['a part with a variable', { body: { a: '{{x}}' }, bodyFormat: 'multipart' }, false],
  ['a file with a variable', { body: [['a', { file: '{{x}}.png' }]], bodyFormat: 'multipart' }, false],
  [
    'a typed part with a variable',
    { body: [['a', { text: '{{x}}', type: 'text/plain' }]], bodyFormat: 'multipart' },
    false,
  ],
  ['a header with a variable', { headers: [['X-A', '{{x}}']] }, false],
  ['a header with a secret', { headers: [['X-A', [{ variable: 'KEY' }]]] }, true],
])('an .http file can hold a call with %s', (_, request, isFit) => expect(fits(request)).toBe(isFit));

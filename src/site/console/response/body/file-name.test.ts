import { expect, it } from 'vitest';
import { fileName } from './file-name.ts';

const time = new Date('2026-11-25T01:45:03.456Z');

it.each([
  ['application/json', 'createContact-2026-11-25T01-45-03.json'],
  ['application/problem+json', 'createContact-2026-11-25T01-45-03.json'],
  ['text/html', 'createContact-2026-11-25T01-45-03.html'],
  ['text/plain', 'createContact-2026-11-25T01-45-03.txt'],
  ['image/png', 'createContact-2026-11-25T01-45-03.png'],
  ['image/svg+xml', 'createContact-2026-11-25T01-45-03.svg'],
  ['application/xml', 'createContact-2026-11-25T01-45-03.xml'],
  ['application/octet-stream', 'createContact-2026-11-25T01-45-03.bin'],
  ['', 'createContact-2026-11-25T01-45-03.bin'],
  ['../../etc/passwd', 'createContact-2026-11-25T01-45-03.bin'],
])('names a file of type “%s” %s', (mediaType, name) => {
  expect(fileName('createContact', mediaType, time)).toBe(name);
});

it('makes a name of any operation', () => {
  expect(fileName('../GET /pets/{id}', 'text/plain', time)).toBe('GET-pets-id--2026-11-25T01-45-03.txt');
  expect(fileName('///', 'text/plain', time)).toBe('response-2026-11-25T01-45-03.txt');
});

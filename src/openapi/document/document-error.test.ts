import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { DocumentError, isTooDeep, placeText, reasonOf, shown, toDocumentError } from './document-error.ts';

test.each([
  [{ file: 'a.yaml' }, 'a.yaml'],
  [{ file: 'a.yaml', line: 0, pointer: '' }, 'a.yaml:0'],
  [{ file: 'a.yaml', pointer: '#/' }, 'a.yaml'],
  [{ file: 'a.yaml', line: 7, pointer: '#/info' }, 'a.yaml:7 at #/info'],
])('%j is told as %s', (place, text) => {
  expect(placeText(place)).toBe(text);
  expect(new DocumentError(place, 'is odd').message).toBe(`${text}: is odd`);
});

test('a path is told relative to the working directory, where it is below it', () => {
  expect(shown(resolve('spec/a.yaml'))).toBe(join('spec', 'a.yaml'));
  expect(shown(resolve('..', 'a.yaml'))).toBe(resolve('..', 'a.yaml'));
  expect(shown(process.cwd())).toBe(process.cwd());
});

test('an error is told in one line with the file that it names, else the one that was read', () => {
  const told = (error: unknown) => toDocumentError('/x/read.yaml', error).message;
  expect(told(new Error('Odd.\n  at line 3'))).toBe('/x/read.yaml: Odd.');
  expect(
    told(Object.assign(new Error('outer'), { originalError: new Error('inner in "/x/b.yaml" (3:4)'), line: 3 })),
  ).toBe('/x/read.yaml:3: inner');
  expect(told(Object.assign(new Error('Odd.'), { source: { absoluteRef: '/y/other.yaml' } }))).toBe(
    '/y/other.yaml: Odd.',
  );
  const known = new DocumentError({ file: 'a.yaml' }, 'known');
  expect(toDocumentError('/x/read.yaml', known)).toBe(known);
  expect(reasonOf('a in "b" (1:2) c')).toBe('a in "b" (1:2) c');
});

test('a stack that is full is told as what it means; any other range is none', () => {
  const dive = (): number => 1 + dive();
  const thrown = (run: () => unknown): unknown => {
    try {
      return run();
    } catch (error) {
      return error;
    }
  };
  const full = thrown(dive);
  expect(isTooDeep(full)).toBe(true);
  expect(toDocumentError('/x/a.yaml', full).message).toBe('/x/a.yaml: its parts lead to each other too deeply');
  expect(isTooDeep(thrown(() => (1).toFixed(-1)))).toBe(false);
  expect(isTooDeep(new Error('call stack'))).toBe(false);
});

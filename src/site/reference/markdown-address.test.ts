import { expect, test } from 'vitest';
import { markdownAddress } from './markdown-address.ts';

test.each([
  ['/pets/list/', '/pets/list.md'],
  ['/pets/?a=/#dog/', '/pets.md?a=/#dog/'],
  ['/', '/index.md'],
  ['/#top', '/index.md#top'],
  ['../cats/', '../cats.md'],
  ['/pets.json', '/pets.json'],
  ['https://mswjs.io/', 'https://mswjs.io/'],
  ['https://example.com/pets/#dog', 'https://example.com/pets/#dog'],
  ['//example.com/pets/', '//example.com/pets/'],
  ['mailto:a@example.com/', 'mailto:a@example.com/'],
])('of %s it is %s', (address, markdown) => {
  expect(markdownAddress(address)).toBe(markdown);
});

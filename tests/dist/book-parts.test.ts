import { expect, test } from 'vitest';
import { bookParts } from '../../scripts/book/book-parts.ts';
import { dist } from '../../scripts/paths.ts';
import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { addressesOf } from '../../src/openapi/model/address.ts';
import { listOperations, listWebhooks } from '../../src/openapi/model/operations.ts';
import { guides } from '../../src/site/navigation.ts';
import { builtPages } from './built-pages.ts';

const document = await loadDocument(SPEC_FILE);
const parts = bookParts(document, dist);
const pages = parts.flatMap((part) => part.pages);

test('the book holds each page of the documentation once', () => {
  const { operation, event } = addressesOf(document);
  const wanted = [
    ...guides.map(({ href }) => href),
    ...listOperations(document).map(operation),
    ...listWebhooks(document).map(event),
    '/errors/',
    '/scopes/',
    '/changelog/',
  ];
  expect(wanted.filter((page) => !pages.includes(page))).toEqual([]);
  expect(pages.filter((page, index) => pages.indexOf(page) !== index)).toEqual([]);
});

test('what is in no book is about this site, its tools or the present', () => {
  const left = builtPages().flatMap(({ address }) => (pages.includes(address) ? [] : address));
  expect(left).toEqual([
    '/404.html',
    '/changelog/for-me/',
    '/explorer/',
    '/',
    '/oauth/authorize/',
    '/oauth/callback/',
    '/quality/',
    '/sandbox/replay/',
    '/status/',
  ]);
});

import { expect, test } from 'vitest';
import type { EncodingObject } from '../document/openapi-document.ts';
import { partEncodings, sharedEncodings } from './part-encoding.ts';

test('a part is told of where something is said of how it is sent, and only what is said', () => {
  const told = partEncodings({
    encoding: {
      plain: {},
      typed: { contentType: 'image/png', headers: { 'content-TYPE': {} } },
      exploded: { explode: false },
      styled: { style: 'form', explode: true },
      headed: { headers: { 'Content-Type': {}, 'X-Of': {} } },
    },
  });
  expect(told).toEqual([
    expect.objectContaining({ name: 'typed', contentType: 'image/png', headers: [] }),
    expect.objectContaining({ name: 'exploded', explode: false, headers: [] }),
    expect.objectContaining({ name: 'styled', style: 'form', explode: true }),
    expect.objectContaining({ name: 'headed', headers: ['X-Of'] }),
  ]);
  expect(told[0]).not.toHaveProperty('explode');
  expect(told[1]).not.toHaveProperty('contentType');
});

test('parts without a name are told by their place, and parts within parts by both', () => {
  const contentType = 'text/csv';
  expect(
    partEncodings({
      encoding: {
        whole: { contentType, itemEncoding: { contentType } },
        group: { encoding: { inner: { style: 'form' } } },
      },
      prefixEncoding: [{}, { contentType, prefixEncoding: [{ explode: true }] }],
      itemEncoding: { headers: { 'X-Of': {} } },
    }),
  ).toEqual([
    { name: 'whole', place: '', contentType, headers: [] },
    { name: '', place: 'in whole, each part', contentType, headers: [] },
    { name: 'inner', place: 'in group, inner', style: 'form', headers: [] },
    { name: '', place: 'part 2', contentType, headers: [] },
    { name: '', place: 'in part 2, part 1', explode: true, headers: [] },
    { name: '', place: 'each further part', headers: ['X-Of'] },
  ]);
  expect(partEncodings({})).toEqual([]);
});

test('each media type of a schema tells its own parts; those that are the same stand together', () => {
  const styled = { a: { style: 'pipeDelimited' } };
  const media = (mediaType: string, encoding?: Record<string, EncodingObject>) => ({
    ...{ mediaType, examples: [] },
    ...(encoding && { encoding }),
  });
  const told = sharedEncodings([
    media('application/json'),
    media('multipart/form-data', { a: { contentType: 'image/png' } }),
    media('application/x-www-form-urlencoded', styled),
    media('multipart/mixed', styled),
  ]);
  expect(told).toEqual([
    { mediaTypes: ['multipart/form-data'], parts: [expect.objectContaining({ name: 'a', contentType: 'image/png' })] },
    {
      mediaTypes: ['application/x-www-form-urlencoded', 'multipart/mixed'],
      parts: [expect.objectContaining({ name: 'a', style: 'pipeDelimited' })],
    },
  ]);
  expect(sharedEncodings([media('a/a', styled), media('a/b', styled)])).toMatchObject([{ mediaTypes: [] }]);
  expect(sharedEncodings([media('application/json')])).toEqual([]);
});

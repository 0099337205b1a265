import { expect, test } from 'vitest';
import { partEncodings } from './part-encoding.ts';

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

import { describe, expect, test } from 'vitest';
import type { Change } from '../changes/change.ts';
import type { OpenApiDocument } from '../document/openapi-document.ts';
import { evidenceWords, touchingChanges } from './touching.ts';
import { usageOf } from './usage.ts';
import type { Usage } from './usage.ts';

const shop: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  paths: { '/pets': { get: { operationId: 'listPets', tags: ['pets'], responses: {} } } },
};

describe('a change of the whole API', () => {
  const change = (subject: Change['subject'], location: string, more: Partial<Change> = {}): Change => ({
    severity: 'breaking',
    kind: 'removed',
    operations: [],
    message: '',
    subject,
    location,
    ...more,
  });
  const places = { request: new Map(), response: new Map() };
  const known: Usage = {
    operations: new Map([['listPets', { calls: 1, places }]]),
    words: new Set(['pets:read', 'taken']),
    addresses: ['https://old.example/v1/pets'],
  };
  const touches = (one: Change, usage = known): boolean => touchingChanges([one], usage, [shop]).length > 0;

  test('touches nobody who uses nothing', () => {
    expect(touches(change('server', 'server https://old.example'), { ...known, operations: new Map() })).toBe(false);
  });

  test('of an address touches who has called it, once it is gone', () => {
    expect(touches(change('server', 'server https://old.example'))).toBe(true);
    expect(touches(change('server', 'server https://other.example'))).toBe(false);
    expect(touches(change('server', 'server https://old.example', { kind: 'added' }))).toBe(false);
  });

  test('of a scope or an error code touches who was told of it, where requests are known', () => {
    expect(touches(change('scope', 'scope pets:read'))).toBe(true);
    expect(touches(change('scope', 'scope pets:write'))).toBe(false);
    expect(touches(change('error code', 'error code taken'))).toBe(true);
    expect(touches(change('error code', 'error code other'))).toBe(false);
    expect(touches(change('scope', 'scope pets:write'), usageOf(['listPets']))).toBe(true);
    expect(touches(change('scope', 'scope pets:write', { kind: 'added', severity: 'non-breaking' }))).toBe(false);
  });

  test('of a rule touches those whom it names, else all', () => {
    expect(touches(change('policy', 'limits.per_minute'))).toBe(true);
    expect(touches(change('policy', 'limits.pets_per_shop'))).toBe(true);
    const others = { ...known, operations: new Map([['another', { calls: 1, places }]]) };
    expect(touches(change('policy', 'limits.pets_per_shop'), others)).toBe(false);
    expect(touches(change('security', 'security key'), others)).toBe(true);
  });
});

test.each([
  [{ how: 'called', exchanges: 1 }, 'You called it once.'],
  [{ how: 'called', exchanges: 2 }, 'You called it 2 times.'],
  [{ how: 'received', exchanges: 1 }, 'You received it after 1 request.'],
  [{ how: 'sent', exchanges: 3 }, 'You sent it in 3 requests.'],
  [{ how: 'left out', exchanges: 1 }, 'You left it out of 1 request.'],
] as const)('%j is told as: %s', (evidence, words) => {
  expect(evidenceWords(evidence)).toBe(words);
});

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
    expect(touches(change('server', 'server https://old.example/'))).toBe(true);
    expect(touches(change('server', 'server https://old.exam'))).toBe(false);
    expect(touches(change('server', 'server https://old.example/v1/pet'))).toBe(false);
    expect(touches(change('server', 'server https://other.example'))).toBe(false);
    expect(touches(change('server', 'server https://old.example', { kind: 'added' }))).toBe(false);
    const both = { ...known, addresses: ['https://new.example/v1/pets', ...known.addresses] };
    expect(touches(change('server', 'server https://old.example'), both)).toBe(true);
    const chosen = { ...known, operations: new Map([...known.operations, ['addPet', { calls: 0 }]]) };
    expect(touches(change('server', 'server https://other.example'), chosen)).toBe(false);
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

describe('a change of what several operations have', () => {
  const toys = { ...shop, paths: { '/toys': { get: { operationId: 'listToys', responses: {} } } } };
  const tag: Change = {
    severity: 'breaking',
    kind: 'removed',
    subject: 'parameter',
    operations: ['listPets', 'listToys'],
    message: '',
    location: '* query.tag',
  };
  const place = (seen: number, missing = 0) => ({ seen, missing, values: new Set<string>() });
  const using = (places: Record<string, Record<string, ReturnType<typeof place>>>): Usage => ({
    operations: new Map(
      Object.entries(places).map(([name, request]) => [
        name,
        { calls: 9, places: { request: new Map(Object.entries(request)), response: new Map() } },
      ]),
    ),
    words: new Set(),
    addresses: [],
  });
  const touch = (change: Change, usage: Usage) =>
    touchingChanges([change], usage, [shop, toys]).map(({ operations, evidence }) => ({ operations, evidence }));

  test('touches who uses it in one of them, and counts what is used alike', () => {
    expect(touch(tag, using({ listPets: { 'GET /toys query.tag': place(1) } }))).toEqual([]);
    const one = using({
      listPets: { 'GET /pets query.tag': place(2) },
      listToys: { 'GET /toys query.tag': place(0, 3) },
    });
    expect(touch(tag, one)).toEqual([{ operations: ['listPets'], evidence: { how: 'sent', exchanges: 2 } }]);
    const both = using({
      listPets: { 'GET /pets query.tag': place(2) },
      listToys: { 'GET /toys query.tag': place(5) },
    });
    expect(touch(tag, both)).toEqual([
      { operations: ['listPets', 'listToys'], evidence: { how: 'sent', exchanges: 7 } },
    ]);
    const chosen = { ...both, operations: new Map([...both.operations, ['listToys', { calls: 0 }]]) };
    expect(touch(tag, chosen)).toEqual([
      { operations: ['listPets', 'listToys'], evidence: { how: 'sent', exchanges: 2 } },
    ]);
  });

  test('is found at the path that an operation had, and at the one that the change names', () => {
    const moved = { ...tag, operations: ['listPets'], location: 'GET /animals query.tag' };
    for (const title of ['GET /pets', 'GET /animals'])
      expect(touch(moved, using({ listPets: { [`${title} query.tag`]: place(2) } }))).toEqual([
        { operations: ['listPets'], evidence: { how: 'sent', exchanges: 2 } },
      ]);
    expect(touch(moved, using({ listPets: { 'GET /toys query.tag': place(2) } }))).toEqual([]);
  });
});

describe('a change of one thing, which stood in 2 of 5 calls and could have stood in another', () => {
  const stood = { seen: 2, missing: 1, values: new Set(['a']) };
  const at = { request: 'POST /pets body.name', response: 'POST /pets 200.name' };
  const told = (where: keyof typeof at, change: Partial<Change>, place = stood) => {
    const places = { request: new Map([[at.request, place]]), response: new Map([[at.response, place]]) };
    const usage = { operations: new Map([['addPet', { calls: 5, places }]]), words: new Set<string>(), addresses: [] };
    const whole: Change = {
      severity: 'non-breaking',
      kind: 'changed',
      subject: 'field',
      operations: ['addPet'],
      message: '',
      location: at[where],
      ...change,
    };
    const [touch] = touchingChanges([whole], usage, [shop]);
    return touch && (touch.evidence ? evidenceWords(touch.evidence) : 'used');
  };
  const [sent, received] = ['You sent it in 2 requests.', 'You received it after 2 requests.'];
  const [omitted, called] = ['You left it out of 1 request.', 'You called it 5 times.'];

  test.each<[keyof typeof at, Partial<Change>, string | undefined]>([
    ['request', {}, sent],
    ['request', { kind: 'removed' }, sent],
    ['request', { kind: 'added' }, undefined],
    ['request', { kind: 'added', severity: 'breaking' }, omitted],
    ['request', { facet: 'requirement' }, sent],
    ['request', { facet: 'requirement', severity: 'breaking' }, omitted],
    ['request', { facet: 'default' }, omitted],
    ['request', { facet: 'value' }, sent],
    ['request', { facet: 'value', kind: 'removed', value: 'a' }, sent],
    ['request', { facet: 'value', kind: 'removed', value: 'b' }, undefined],
    ['request', { facet: 'value', kind: 'added', value: 'b' }, undefined],
    ['response', {}, received],
    ['response', { kind: 'removed' }, received],
    ['response', { kind: 'added' }, received],
    ['response', { kind: 'added', subject: 'response' }, called],
    ['response', { kind: 'added', subject: 'error code' }, called],
    ['response', { kind: 'added', subject: 'media type' }, called],
    ['response', { kind: 'removed', subject: 'response' }, received],
    ['response', { facet: 'requirement' }, received],
    ['response', { facet: 'default' }, received],
    ['response', { facet: 'value', kind: 'removed', value: 'a' }, received],
    ['response', { facet: 'value', kind: 'removed', value: 'b' }, undefined],
    ['response', { facet: 'value', kind: 'added', value: 'b' }, received],
  ])('in a %s, %j: %s', (where, change, words) => {
    expect(told(where, change)).toBe(words);
  });

  test('that never stood there touches who has left it out, or will get it from now on', () => {
    const never = { ...stood, seen: 0 };
    expect(told('request', {}, never)).toBeUndefined();
    expect(told('request', { facet: 'default' }, never)).toBe(omitted);
    expect(told('response', { kind: 'added' }, never)).toBe('You called it once.');
    expect(told('response', { kind: 'added', facet: 'value', value: 'b' }, never)).toBeUndefined();
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

import { describe, expect, it } from 'vitest';
import type { ApiResponse } from '../../session/request/send-request.ts';
import { compare, nearChanges } from './compare.ts';
import type { HistoryStorage, PastCall } from './history.ts';
import { clear, kept, list, remember } from './history.ts';
import { whatAbout } from './what-about.ts';

function memory(limit = Infinity): HistoryStorage & { entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => {
      if (entries.size >= limit) throw new DOMException('full', 'QuotaExceededError');
      entries.set(key, value);
    },
    removeItem: (key) => entries.delete(key),
  };
}

const past = (time: number, rest: Partial<PastCall> = {}): PastCall => ({
  id: `${time}-a`,
  time,
  operationId: 'getContact',
  method: 'GET',
  path: '/contacts/{id}',
  page: '/reference/contacts/get-contact/',
  environment: 'sandbox',
  call: { values: { 'path.id': 'con_1' }, body: '' },
  about: '',
  removed: false,
  result: '200',
  ...rest,
});

describe('the history', () => {
  it('keeps the last calls, the latest first', () => {
    const storage = memory();
    for (let time = 1; time <= kept + 10; time += 1) remember(storage, past(time));
    const times = list(storage).map(({ time }) => time);
    expect(times).toHaveLength(kept);
    expect(times[0]).toBe(kept + 10);
    expect(times.at(-1)).toBe(11);
  });

  it('of two tabs that write at once loses nothing', () => {
    const storage = memory();
    remember(storage, past(1, { id: '1-a' }));
    remember(storage, past(1, { id: '1-b' }));
    expect(list(storage)).toHaveLength(2);
  });

  it('holds no secret', () => {
    const storage = memory();
    const body = JSON.stringify({ secret: 'hunter2', note: 'sk_live_abc Bearer abcdefghi' });
    remember(storage, past(1, { call: { values: { 'query.token': 'hunter3', 'path.id': 'whsec_abc' }, body } }));
    const stored = [...storage.entries.values()].join();
    for (const secret of ['hunter2', 'hunter3', 'sk_live_abc', 'abcdefghi', 'whsec_abc'])
      expect(stored).not.toContain(secret);
    expect(list(storage)[0]?.removed).toBe(true);
  });

  it('holds no secret of a body in XML', () => {
    const storage = memory();
    const body = '<a api-key="hunter4" n="1"><x:password a="b">hunter5</x:password><token/>kept</a>';
    remember(storage, past(1, { call: { values: {}, body, mediaType: 'application/xml' } }));
    const [entry] = list(storage);
    expect(entry?.call).toEqual({
      values: {},
      body: '<a api-key="" n="1"><x:password a="b"></x:password><token/>kept</a>',
      mediaType: 'application/xml',
    });
    expect(entry?.removed).toBe(true);
  });

  it('keeps what a call is about, without what looks like a secret', () => {
    const storage = memory();
    remember(storage, past(1, { about: 'jane@example.com → whsec_abc123' }));
    expect(list(storage)[0]?.about).toBe('jane@example.com → ');
    storage.entries.set('orbinto-call:2', JSON.stringify({ ...past(2), about: { a: 1 } }));
    expect(list(storage)[0]?.about).toBe('');
  });

  it('works and forgets without storage, with a full one, and with one that throws', () => {
    remember(undefined, past(1));
    expect(list(undefined)).toEqual([]);
    const full = memory(0);
    remember(full, past(1));
    expect(list(full)).toEqual([]);
    const forbidden = {
      ...memory(),
      key: () => expect.unreachable(),
      get length(): number {
        throw new DOMException('no', 'SecurityError');
      },
    };
    expect(list(forbidden)).toEqual([]);
    expect(() => clear(forbidden)).not.toThrow();
  });

  it('passes over what others wrote, and never leaves the site', () => {
    const storage = memory();
    remember(storage, past(1));
    const wrong = ['', '{', 'null', '[]', '{}', JSON.stringify({ ...past(2), call: { values: { a: 1 }, body: '' } })];
    const pages = ['//evil.example', 'https://evil.example/', 'javascript:alert(1)', '/\\evil.example', '/a?b#c'];
    for (const [index, text] of [...wrong, ...pages.map((page) => JSON.stringify(past(3, { page })))].entries()) {
      storage.entries.set(`orbinto-call:${index}`, text);
    }
    storage.entries.set('orbinto-call:late', JSON.stringify(past(9e15)));
    storage.entries.set('other', 'x');
    expect(list(storage).map(({ id }) => id)).toEqual(['1-a']);
    clear(storage);
    expect([...storage.entries.keys()]).toEqual(['other']);
  });
});

const response = (body: unknown, rest: Partial<ApiResponse> = {}): ApiResponse => ({
  kind: 'response',
  status: 200,
  headers: [['x-request-id', 'req_1']],
  mediaType: 'application/json',
  text: JSON.stringify(body),
  bytes: new Uint8Array(),
  size: 1,
  milliseconds: 1,
  ...rest,
});

describe('whatAbout', () => {
  it.each([
    ['{"email":"jane@example.com","name":"Jane"}', { id: 'con_1' }, 'jane@example.com → con_1'],
    [
      '{"email":"jane@example.com"}',
      { error: { code: 'email_taken', param: 'email' } },
      'jane@example.com → email_taken',
    ],
    ['', { id: 'con_1', email: 'jane@example.com' }, 'con_1'],
    ['{"tags":[]}', { data: [] }, ''],
    ['{"name":7}', null, ''],
    ['not json', [], ''],
  ])('names the records of %s and %j', (body, answer, about) => {
    expect(whatAbout(body, response(answer))).toBe(about);
  });

  it('does without an answer', () => {
    const failure = { reason: 'offline', title: '', explanation: '' } as const;
    expect(whatAbout('{"name":"Jane"}', { kind: 'failure', failure, milliseconds: 0 })).toBe('Jane');
  });
});

describe('compare', () => {
  it('tells what differs in status, headers and body', () => {
    const { lines, volatile } = compare(
      response({ a: 1, b: 2 }, { headers: [['allow', 'GET']] }),
      response({ a: 1, b: 3 }, { status: 201, headers: [['allow', 'POST']] }),
    );
    expect(lines.filter(({ kind }) => kind === 'removed').map(({ text }) => text)).toEqual([
      'HTTP 200',
      'allow: GET',
      '  "b": 2',
    ]);
    expect(lines.filter(({ kind }) => kind === 'added').map(({ text }) => text)).toEqual([
      'HTTP 201',
      'allow: POST',
      '  "b": 3',
    ]);
    expect(volatile).toEqual([]);
  });

  it('puts aside what differs in every answer', () => {
    const headers = (n: number): [string, string][] => [
      ['date', `Wed, 25 Nov 2026 12:00:0${n} GMT`],
      ['x-ratelimit-remaining', `99${n}`],
      ['x-ratelimit-reset', `176${n}`],
      ['x-request-id', `req_${n}`],
      ['x-ratelimit-limit', '1000'],
    ];
    const { lines, volatile } = compare(response({}, { headers: headers(1) }), response({}, { headers: headers(2) }));
    expect(lines.every(({ kind }) => kind === 'same')).toBe(true);
    expect(volatile.filter(({ kind }) => kind === 'added').map(({ text }) => text)).toEqual(
      headers(2)
        .slice(0, 4)
        .map(([name, value]) => `${name}: ${value}`),
    );
  });

  it('shows what is near a change', () => {
    const list = Array.from({ length: 100 }, (_, index) => index);
    const { lines } = compare(response(list), response([...list, 'new']));
    const shown = nearChanges(lines);
    expect(shown.length).toBeLessThan(15);
    expect(shown.filter((line) => line === undefined)).toHaveLength(1);
  });

  it('says nothing of equal answers', () => {
    const { lines, volatile } = compare(response({}), response({}));
    expect(lines.every(({ kind }) => kind === 'same')).toBe(true);
    expect(volatile).toEqual([]);
  });
});

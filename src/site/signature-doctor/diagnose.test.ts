import { describe, expect, test } from 'vitest';
import { fc } from '../../../tests/fast-check.ts';
import { createSecret } from '../../sandbox/webhooks/secret.ts';
import { signatureHeaders } from '../../sandbox/webhooks/signature.ts';
import { breakDelivery, pasteOf } from './break-delivery.ts';
import type { SignedDelivery } from './break-delivery.ts';
import { utf8 } from './bytes.ts';
import { TOLERANCE, diagnose } from './diagnose.ts';
import type { Pasted } from './diagnosis.ts';
import { mistakeIds } from './mistakes.ts';
import type { MistakeId } from './mistakes.ts';
import { MOST } from './unreadable.ts';

const NOW = 1_780_000_000;
const BODY = JSON.stringify({
  event: 'message.created',
  timestamp: '2026-03-02T09:00:00Z',
  data: { id: 'msg_def456', body: 'Grüße aus Köln <https://example.com/a/b> & “more”', rating: null, count: 12 },
});

async function sign(body = BODY, timestamp = NOW, secret = createSecret()): Promise<SignedDelivery> {
  const headers = await signatureHeaders({ secret, eventId: 'evt_k00001abc', body, timestamp });
  return { body, headers: { 'Content-Type': 'application/json', ...headers }, secret, receivedAt: timestamp };
}

async function mistakesIn(pasted: Pasted): Promise<MistakeId[]> {
  const diagnosis = await diagnose(pasted);
  if (diagnosis.kind === 'unreadable') throw new Error(diagnosis.problem);
  return diagnosis.kind === 'valid' ? [] : diagnosis.findings.map(({ mistake }) => mistake);
}

describe('the doctor', () => {
  test('knows at least sixteen mistakes', () => expect(mistakeIds.length).toBeGreaterThanOrEqual(16));

  test.each(mistakeIds)('names the mistake “%s” once it is made, and no other', async (mistake) => {
    expect(await mistakesIn(await breakDelivery(mistake, await sign()))).toEqual([mistake]);
  });

  test('takes no secret without its prefix for an assignment, whatever its characters', async () => {
    // One in five has neither + nor /: a name, and the = of its padding.
    const secret = `whsec_${'a'.repeat(42)}A=`;
    const pasted = await breakDelivery('secret-prefix', await sign(BODY, NOW, secret));
    for (const written of [pasted.secret, `SECRET=${pasted.secret}`, `export SECRET="${pasted.secret}"`])
      expect(await mistakesIn({ ...pasted, secret: written })).toEqual(['secret-prefix']);
  });

  test('takes no base64 for a second signature, whatever it begins with', async () => {
    // One in four thousand begins with v and a digit.
    for (let at = 0, found = 0; found < 2; at += 1) {
      const delivery = await sign(`{"count":${at}}`);
      if (!/^v1,v\d/.test(delivery.headers['webhook-signature'] ?? '')) continue;
      found += 1;
      expect(await mistakesIn(pasteOf(delivery))).toEqual([]);
    }
  });

  test('finds two mistakes at once', async () => {
    const { secret, ...right } = await sign();
    const pasted = { ...pasteOf({ ...right, secret }), secret: `${secret}\t`, body: utf8(`${BODY}\n`) };
    expect(await mistakesIn(pasted)).toEqual(['secret-whitespace', 'trailing-newline']);
  });
});

describe('a timestamp', () => {
  test.each([
    [TOLERANCE, []],
    [TOLERANCE + 1, ['old-timestamp']],
    [-TOLERANCE, []],
    [-TOLERANCE - 1, ['future-timestamp']],
  ])('of %d seconds ago is judged as a receiver judges it', async (age, expected) => {
    expect(await mistakesIn({ ...pasteOf(await sign()), receivedAt: NOW + age })).toEqual(expected);
  });

  test('that was changed is named with the second that was signed', async () => {
    const diagnosis = await diagnose(await breakDelivery('changed-timestamp', await sign()));
    expect(JSON.stringify(diagnosis)).toContain(String(NOW));
  });
});

describe('a body that went through', () => {
  const parsed = JSON.parse(BODY) as { data: object };
  const ascii = (text: string) =>
    text.replace(/[^\0-\x7f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const python = ascii(BODY.replaceAll('":', '": ').replaceAll(',"', ', "'));
  test.each([
    ['Python’s json.dumps', python, 're-serialised'],
    ['PHP’s json_encode', ascii(BODY).replaceAll('/', '\\/'), 'escaped-slashes'],
    ['a pretty printer with four spaces', JSON.stringify(parsed, null, 4), 're-serialised'],
    [
      'Go’s or Rails’ encoder',
      BODY.replace(/[<>&]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`),
      'escaped-characters',
    ],
    ['a text file of Windows', `${JSON.stringify(parsed, null, 2).replaceAll('\n', '\r\n')}\r\n`, 're-serialised'],
  ])('%s is recognised, both pasted and computed with', async (_name, changed, mistake) => {
    const delivery = await sign();
    expect(await mistakesIn({ ...pasteOf(delivery), body: utf8(changed) })).toEqual([mistake]);
  });

  test('Latin-1 as bytes of a file is recognised', async () => {
    const body = '{"event":"message.created","data":{"body":"Grüße"}}';
    const bytes = Uint8Array.from(body, (one) => one.charCodeAt(0));
    expect(await mistakesIn({ ...pasteOf(await sign(body)), body: bytes })).toEqual(['latin-1']);
  });
});

describe('what the reader’s code computed', () => {
  test('is told to be right where it is', async () => {
    const delivery = await sign();
    const computed = delivery.headers['webhook-signature'] ?? '';
    const diagnosis = await diagnose({ ...pasteOf(delivery), computed });
    expect(diagnosis.kind).toBe('valid');
    expect(JSON.stringify(diagnosis)).toContain('look at what it is compared with');
  });

  test('of a body with two more spaces is traced back to them', async () => {
    const delivery = await sign();
    const printed = JSON.stringify(JSON.parse(BODY), null, 2);
    const { 'X-Orbinto-Signature': computed = '' } = await signatureHeaders({
      secret: delivery.secret,
      eventId: 'evt_1',
      body: printed,
      timestamp: NOW,
    });
    expect(await mistakesIn({ ...pasteOf(delivery), computed })).toEqual(['re-serialised']);
  });
});

describe('headers', () => {
  const lines = (list: readonly string[]) => list.join('\n');
  const cgi = (name: string) => `HTTP_${name.toUpperCase().replaceAll('-', '_')}`;
  const dumps: Readonly<Record<string, (entries: [name: string, value: string][]) => string>> = {
    'curl -v': (entries) => lines(entries.map(([name, value]) => `> ${name}: ${value}`)),
    'curl -H': (entries) => lines(entries.map(([name, value]) => `  -H '${name}: ${value}' \\`)),
    CGI: (entries) => lines(entries.map(([name, value]) => `${cgi(name)}=${value}`)),
    Ruby: (entries) => lines(entries.map(([name, value]) => `"${cgi(name)}"=>"${value}",`)),
    Python: (entries) => lines(entries.map(([name, value]) => `'${name}': '${value}',`)),
    PHP: (entries) => lines(entries.map(([name, value]) => `    [${name}] => ${value}`)),
    'JSON with lists': (entries) => JSON.stringify(Object.fromEntries(entries.map(([name, value]) => [name, [value]]))),
    'JSON in pairs': (entries) => JSON.stringify(entries),
    'Node’s rawHeaders': (entries) => JSON.stringify(entries.flat()),
  };
  test.each(Object.keys(dumps))('are read as %s has them', async (name) => {
    const delivery = await sign();
    const headers = dumps[name]?.(Object.entries(delivery.headers)) ?? '';
    expect(await mistakesIn({ ...pasteOf(delivery), headers })).toEqual([]);
  });

  test('of one scheme alone are enough, and the other is told to be unchecked', async () => {
    const delivery = await sign();
    const headers = `X-Orbinto-Signature: ${delivery.headers['X-Orbinto-Signature'] ?? ''}`;
    expect(await diagnose({ ...pasteOf(delivery), headers })).toEqual({
      kind: 'valid',
      notes: ['webhook-signature is not among the headers, so it was not checked.'],
    });
  });
});

describe('a hostile paste', () => {
  const script = '<img src=x onerror=alert(1)>\u202e\0';
  test.each<[string, Partial<Pasted>, RegExp]>([
    ['a body of megabytes', { body: new Uint8Array(MOST.body + 1) }, /^The body is longer than 1024 KiB/],
    ['headers of megabytes', { headers: 'a: b\n'.repeat(100_000) }, /^The headers are longer than/],
    ['a secret of megabytes', { secret: 'x'.repeat(1_000_000) }, /^The secret is longer/],
    ['no headers', { headers: ' \n' }, /^Paste the headers/],
    ['no secret', { secret: ' ' }, /^Paste the secret/],
    ['no time', { receivedAt: Number.NaN }, /^The time of receipt/],
  ])('gets a line that names what is wrong: %s', async (_name, change, line) => {
    const diagnosis = await diagnose({ ...pasteOf(await sign()), ...change });
    expect(diagnosis.kind === 'unreadable' && diagnosis.problem).toMatch(line);
  });

  test.each<[string, Partial<Pasted>]>([
    [
      'script everywhere',
      {
        headers: `webhook-id: ${script}\nwebhook-timestamp: ${script}\nwebhook-signature: v1,${script}\nX-Orbinto-Signature: ${script}`,
        secret: script,
        computed: script,
      },
    ],
    ['binary', { body: Uint8Array.from({ length: 4096 }, (_, index) => (index * 7) % 256) }],
    ['the largest body that is taken', { body: new Uint8Array(MOST.body).fill(0x22) }],
    ['JSON that is deep', { body: utf8('['.repeat(400_000) + ']'.repeat(400_000)) }],
    ['headers that are no object', { headers: '[null, [1], {"a": {}}]' }],
    ['a number for headers', { headers: '{"webhook-timestamp": 1e999}' }],
  ])('is diagnosed like any other: %s', async (_name, change) => {
    expect(await diagnose({ ...pasteOf(await sign()), ...change })).toMatchObject({ kind: 'mistaken' });
  });

  test('of anything at all never makes the doctor fail', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(text, text, text, text, async (body, headers, secret, computed) => {
        const read = `${headers}\nX-Orbinto-Signature: ${computed}`;
        const diagnosis = await diagnose({ body: utf8(body), headers: read, secret, computed, receivedAt: NOW });
        expect(diagnosis.kind).not.toBe('valid');
      }),
    );
  });
});

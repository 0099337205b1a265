import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answering, asking, ignoring, lenient, slow, withKey, withKeyOf } from '../../../../tests/broken-sandbox.ts';
import type { Break } from '../../../../tests/broken-sandbox.ts';
import { readForm } from '../../../../tests/oauth/flow.ts';
import { openPrivateSandbox } from '../../../sandbox/browser.ts';
import type { PrivateSandbox } from '../../../sandbox/browser.ts';
import { promiseProofs } from './promise-proofs.ts';

const proofs = promiseProofs(readForm);
const names = Object.keys(proofs);

async function tonesOf(name: string, sandbox: PrivateSandbox): Promise<(string | undefined)[]> {
  const lines = (await proofs[name]?.(sandbox)) ?? [];
  return lines.map(({ tone }) => tone);
}

test.each(names)('%s is kept', async (name) => {
  const tones = await tonesOf(name, openPrivateSandbox());
  expect(tones.length).toBeGreaterThan(0);
  expect(tones.filter((tone) => tone !== 'ok' && tone !== 'refused')).toEqual([]);
});

test('the order of the checks is that of the guide, one refusal after the other', async () => {
  const lines = (await proofs['checkOrder']?.(openPrivateSandbox())) ?? [];
  expect(lines.map(({ text }) => text.replace(/.*: /, ''))).toEqual([
    '404 not_found',
    '405 method_not_allowed',
    '401 missing_api_key',
    '403 insufficient_scope',
    '415 unsupported_media_type',
    '400 invalid_json',
    '400 unknown_query_parameter',
    '422 invalid_parameter',
    '404 not_found',
    '409 email_taken',
    '200',
  ]);
});

/** Who has no key is told so before anything else. */
const keyFirst: Break = asking((request) =>
  request.headers.has('Authorization') ? request : new Request(new URL('/v1/contacts', request.url)),
);

/** A refusal costs as much as an answer. */
const countRefusals: Break = (sandbox) => {
  let refused = 0;
  return {
    ...sandbox,
    fetch: async (request) => {
      const response = await sandbox.fetch(request);
      const headers = new Headers(response.headers);
      headers.set('X-RateLimit-Remaining', String(Number(headers.get('X-RateLimit-Remaining')) - refused));
      if (response.status === 429) refused += 1;
      return new Response(await response.text(), { status: response.status, headers });
    },
  };
};

/** Records of a list, changed. */
const listing = (to: RegExp, change: (records: unknown[]) => unknown[]): Break =>
  answering(to, (text) => {
    const page = JSON.parse(text) as { data: unknown[] };
    return JSON.stringify({ ...page, data: change(page.data) });
  });

/** A cursor that counts records: what is added moves it. */
const countingCursor: Break = (sandbox) => {
  let added = 0;
  const skip = listing(/^GET .*after=/, (records) => records.slice(added));
  const skipping = skip(sandbox);
  return {
    ...sandbox,
    fetch: (request) => {
      if (request.method === 'POST') added = 1;
      return skipping.fetch(request);
    },
  };
};

const noRecipe = ignoring(/^PUT .*faults/);

const breaks: Readonly<Record<string, Break>> = {
  secretOnce: answering(/^GET .*webhooks$/, (text) => text.replaceAll('"status":', '"secret":"whsec_","status":')),
  recordOfGet: answering(/^GET .*contacts\//, (text) => text.replace('Ada', 'Eve')),
  sameId: answering(/deliveries/, (text) => text.replace(/"webhook-id":"\w+"/, '"webhook-id":"evt_other"')),
  pauseFromEnd: answering(/deliveries/, (text) => text.replace(/"started_at":"([^"]*):19Z"/, '"started_at":"$1:10Z"')),
  redirectFails: answering(/deliveries/, (text) => text.replaceAll('"pending"', '"delivered"')),
  recovers: answering(/^GET .*webhooks$/, (text) => text.replaceAll(/"status":"\w+"/g, '"status":"failed"')),
  lateRetry: answering(/deliveries/, (text) => text.replaceAll(':10Z', ':00Z')),
  deletionStops: ignoring(/^DELETE/, 204),
  newestFirst: listing(/^GET .*contacts/, (records) => records.toReversed()),
  stableCursor: countingCursor,
  anyCursor: asking((request) => new Request(request.url.replace(/after=\w+&/, ''), request)),
  checkOrder: keyFirst,
  nothingIgnored: asking((request) => new Request(request.url.replace('?colour=green', ''), request)),
  mergePatch: answering(/^PATCH/, (text) => text.replace('"name":"Ada"', '"name":null')),
  exactNumbers: lenient,
  headLikeGet: asking((request) => new Request(request, { method: request.method.replace('HEAD', 'GET') })),
  safeToRepeat: lenient,
  createAgain: lenient,
  replyAgain: ignoring(/reply$/, 201),
  closeAgain: lenient,
  refusedAreFree: countRefusals,
  refusedDoNothing: lenient,
  retryAfterSuffices: slow,
  slidingMinute: withKeyOf('basic'),
  levelsAreCumulative: withKey(/_(?:read|write)_/, '_admin_'),
  liveKeyRefused: lenient,
  codeOnce: lenient,
  refreshOnce: lenient,
  signOutEnds: ignoring(/oauth\/revoke/),
  'webhook-duplicate': noRecipe,
  'webhook-out-of-order': noRecipe,
  'webhook-late': noRecipe,
  'webhook-secret-rotation': noRecipe,
  'webhook-timeout': noRecipe,
  'webhook-clock-skew': noRecipe,
};

test.each(names)('%s turns red where the sandbox does not keep it', async (name) => {
  const wrong = breaks[name]?.(openPrivateSandbox()) ?? expect.unreachable(`nothing breaks ${name}`);
  const tones = await tonesOf(name, wrong).catch(() => ['error']);
  expect(tones).toContain('error');
});

test('each proof stands in a guide, beside the words that it proves', () => {
  const guides = globSync('content/docs/**/*.mdx')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const marked = [...guides.matchAll(/<(?:Promised|Recipe) name="([^"]+)"/g)].map(([, name = '']) => name);
  expect(names.filter((name) => !marked.includes(name))).toEqual([]);
});

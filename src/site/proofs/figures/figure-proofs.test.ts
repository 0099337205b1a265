import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answering, asking, ignoring, lenient, slow, withKeyOf } from '../../../../tests/broken-sandbox.ts';
import type { Break } from '../../../../tests/broken-sandbox.ts';
import { readForm } from '../../../../tests/oauth/flow.ts';
import { loadPolicies } from '../../../openapi/document/load.ts';
import { openPrivateSandbox } from '../../../sandbox/browser.ts';
import type { PrivateSandbox } from '../../../sandbox/browser.ts';
import { figureProofs } from './figure-proofs.ts';

const proofs = figureProofs(readForm);
const names = Object.keys(proofs);

async function linesOf(name: string, sandbox: PrivateSandbox): Promise<[tone: string | undefined, text: string][]> {
  const lines = (await proofs[name]?.(sandbox)) ?? [];
  return lines.map(({ tone, text }) => [tone, text]);
}

test.each(names)('%s is kept', async (name) => {
  const lines = await linesOf(name, openPrivateSandbox());
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter(([tone]) => tone !== 'ok' && tone !== 'refused')).toEqual([]);
});

test('a proof shows what was sent and what came of it, up to the limit and beyond', async () => {
  expect(await linesOf('maxPageSize', openPrivateSandbox())).toEqual([
    ['ok', 'per_page=100: 100 records'],
    ['refused', 'per_page=101: 400 invalid_query_parameter'],
  ]);
  expect((await linesOf('retries', openPrivateSandbox())).slice(-2)).toEqual([
    ['ok', 'Attempt 6, 30 minutes after the one before: 503'],
    ['ok', 'Then the delivery is failed, 42 min 40 s after the first attempt.'],
  ]);
  expect(await linesOf('authorizationCode', openPrivateSandbox())).toEqual([
    ['ok', 'A moment before 1 minute: The app has its tokens.'],
    ['refused', 'After 1 minute: invalid_grant: The code has expired.'],
  ]);
});

const breaks: Readonly<Record<string, Break>> = {
  pageSize: answering(/conversations/, (text) =>
    JSON.stringify({ data: (JSON.parse(text) as { data: [] }).data.slice(1) }),
  ),
  maxPageSize: lenient,
  body: lenient,
  nesting: lenient,
  webhooks: asking((request) => new Request(request.url.replace('/v1/webhooks', '/v1/contacts?per_page=7'), request)),
  // It forgets them at once.
  rememberedDeletions: ignoring(/^(?:POST|DELETE)/),
  // Its sender cuts nothing off.
  loggedResponse: (sandbox) => ({
    ...sandbox,
    deliverBy: () => sandbox.deliverBy(() => Promise.resolve({ status: 200, body: 'a'.repeat(2048) })),
  }),
  firstAttempt: answering(/deliveries/, (text) => text.replace(/"started_at":"([^"]*):00Z"/, '"started_at":"$1:06Z"')),
  deliveryTimeout: answering(/deliveries/, (text) => text.replaceAll('"pending"', '"delivered"')),
  retries: answering(/deliveries/, (text) =>
    text.replace(/:10:/, ':11:').replace(/"status":"failed"/, '"status":"pending"'),
  ),
  authorizationCode: slow,
  accessToken: slow,
  refreshIdle: slow,
  freePerSecond: withKeyOf('basic'),
  freePerMinute: withKeyOf('basic'),
  basicPerSecond: withKeyOf('free'),
  basicPerMinute: withKeyOf('free'),
  professionalPerSecond: withKeyOf('enterprise'),
  professionalPerMinute: withKeyOf('basic'),
  enterprisePerSecond: withKeyOf('professional'),
  enterprisePerMinute: withKeyOf('professional'),
};

test.each(Object.keys(breaks))('%s turns red where the sandbox does not keep it', async (name) => {
  const wrong = breaks[name]?.(openPrivateSandbox()) ?? expect.unreachable();
  const lines = await linesOf(name, wrong).catch((error: unknown) => [['error', String(error)]]);
  expect(lines.some(([tone]) => tone === 'error')).toBe(true);
});

test('no proof goes without a sandbox that breaks it', () => {
  const same = { attempts: 'retries', retrySpan: 'retries', accessTokenSeconds: 'accessToken' };
  expect(names.map((name) => same[name as keyof typeof same] ?? name).filter((name) => !breaks[name])).toEqual([]);
});

/** Figures of the guides that have no proof in the page, and why. */
const unproven: Readonly<Record<string, string>> = {
  operations: 'is counted in the document',
  events: 'is counted in the document',
  scopes: 'is counted in the document',
};

test('each figure of the guides has its proof, or a reason why not', () => {
  const guides = globSync('content/docs/**/*.mdx').map((file) => readFileSync(file, 'utf8'));
  const used = new Set(
    guides.flatMap((text) => [...text.matchAll(/<Limit name="([^"]+)"/g)].map(([, name = '']) => name)),
  );
  expect(used.size).toBeGreaterThan(10);
  expect([...used].filter((name) => !names.includes(name) && unproven[name] === undefined)).toEqual([]);
});

/** What proves a figure of `spec/policies.yaml`, by its place; of a plan there, by the plan's name. */
const proofOf: Readonly<Record<string, string>> = {
  'pagination.default_size': 'pageSize',
  'pagination.max_size': 'maxPageSize',
  'pagination.remembered_deletions': 'rememberedDeletions',
  'retries.delays_seconds': 'retries',
  'retries.timeout_seconds': 'deliveryTimeout',
  'retries.first_attempt_within_seconds': 'firstAttempt',
  'retries.logged_response_bytes': 'loggedResponse',
  'limits.body_bytes': 'body',
  'limits.nesting_levels': 'nesting',
  'limits.webhooks_per_workspace': 'webhooks',
  'oauth.code_seconds': 'authorizationCode',
  'oauth.access_token_seconds': 'accessToken',
  'oauth.refresh_idle_days': 'refreshIdle',
};

/** Figures of the policies that guides do not promise of the API, and why. */
const unpromised: readonly (readonly [place: RegExp, why: string])[] = [
  [/^pagination\.default_page$/, 'is where counting begins'],
  [/^cors\./, 'is for browsers, which do not show it'],
  [/^recipes\./, 'is shown by Run, and by the proofs of the recipes'],
  [/^(?:sandbox|hosted)\./, 'is what a sandbox holds, and nothing of the API'],
];

test('each figure of the policies has its proof, or a reason why not', async () => {
  const { plans, pagination, retries, limits, oauth, cors, recipes, sandbox, hosted } = await loadPolicies();
  const places = Object.entries({ pagination, retries, limits, oauth, cors, recipes, sandbox, hosted }).flatMap(
    ([section, members]) =>
      Object.entries(members as object as Readonly<Record<string, unknown>>)
        .filter(([, value]) => [value].flat().every((one) => typeof one === 'number'))
        .map(([name]) => `${section}.${name}`),
  );
  const ofPlans = plans.flatMap(({ id }) => [`${id}PerMinute`, `${id}PerSecond`]);
  const others = places.filter((place) => !unpromised.some(([pattern]) => pattern.test(place)));
  expect(others.filter((place) => !names.includes(proofOf[place] ?? ''))).toEqual([]);
  expect(ofPlans.filter((name) => !names.includes(name))).toEqual([]);
  expect(Object.keys(proofOf).filter((place) => !places.includes(place))).toEqual([]);
});

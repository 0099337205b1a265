import { bytes, count, duration } from './prose-numbers.ts';
import { events, operations, policies } from './spec.ts';

const { pagination, retries, limits, oauth, plans } = policies;
const lastRetry = retries.delays_seconds.reduce((sum, delay) => sum + delay, 0);

/** Every figure that prose may name, as it is written. `<Limit name="…" />` shows one. */
const figures: Readonly<Record<string, string>> = {
  body: bytes(limits.body_bytes),
  nesting: count(limits.nesting_levels),
  webhooks: count(limits.webhooks_per_workspace),
  pageSize: count(pagination.default_size),
  maxPageSize: count(pagination.max_size),
  rememberedDeletions: count(pagination.remembered_deletions),
  authorizationCode: `${count(oauth.code_seconds)} seconds`,
  accessToken: duration(oauth.access_token_seconds),
  accessTokenSeconds: count(oauth.access_token_seconds),
  refreshIdle: `${count(oauth.refresh_idle_days)} days`,
  firstAttempt: duration(retries.first_attempt_within_seconds),
  deliveryTimeout: duration(retries.timeout_seconds),
  retries: count(retries.delays_seconds.length),
  attempts: count(retries.delays_seconds.length + 1),
  retrySpan: `${count(Math.round(lastRetry / 60))} minutes`,
  loggedResponse: bytes(retries.logged_response_bytes),
  operations: count(operations.length),
  events: count(events.length),
  scopes: count(policies.scopes.length),
  ...Object.fromEntries(plans.map((plan) => [`${plan.id}PerMinute`, count(plan.requests_per_minute)])),
  ...Object.fromEntries(plans.map((plan) => [`${plan.id}PerSecond`, count(plan.burst_per_second)])),
};

export function limit(name: string): string {
  const figure = figures[name];
  if (figure === undefined) throw new Error(`Unknown limit "${name}". Known: ${Object.keys(figures).join(', ')}.`);
  return figure;
}

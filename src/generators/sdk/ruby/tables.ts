import type { SdkModel } from '../model.ts';
import { comment, constantName, indented, literal, rubyFile } from './text.ts';

/** Names and numbers that the core keeps to. */
export function printDefaults(model: SdkModel): string {
  const { defaults, retried, headers, oauth, errorClasses } = model;
  const list = (values: readonly (string | number)[]): string => `[${values.map(literal).join(', ')}].freeze`;
  const lower = (names: readonly string[]): string => list(names.map((name) => name.toLowerCase()));
  const statuses = Object.entries(errorClasses.byStatus).map(([status, name]) => `${status} => :${name}`);
  const { webhook, rateLimit } = headers;
  const lines = [
    `BASE_URL = ${literal(model.baseUrl)}`,
    `SANDBOX_URL = ${literal(model.sandboxUrl)}`,
    `SITE_URL = ${literal(model.siteUrl)}`,
    `ERROR_DOC_URL = ${literal(model.errorDocUrl)}`,
    `TIMEOUT = ${defaults.timeoutSeconds}`,
    `TOTAL_TIMEOUT = ${defaults.totalTimeoutSeconds}`,
    `MAX_RETRIES = ${defaults.maxRetries}`,
    `BACKOFF_FIRST = ${defaults.backoffSeconds.first}`,
    `BACKOFF_FACTOR = ${defaults.backoffSeconds.factor}`,
    `BACKOFF_MOST = ${defaults.backoffSeconds.most}`,
    `JITTER_FROM = ${defaults.jitterFrom}`,
    `LONGEST_RETRY_AFTER = ${defaults.longestRetryAfterSeconds}`,
    `WEBHOOK_TOLERANCE = ${defaults.webhookToleranceSeconds}`,
    `REFRESH_BEFORE_EXPIRY = ${defaults.refreshBeforeExpirySeconds}`,
    `RETRIED_ALWAYS = ${list(retried.always)}`,
    `RETRIED_IF_REPEATABLE = ${list(retried.ifRepeatable)}`,
    `STATUS_CLASSES = { ${statuses.join(', ')} }.freeze`,
    `HEADER_REQUEST_ID = ${literal(headers.requestId.toLowerCase())}`,
    `HEADER_RETRY_AFTER = ${literal(headers.retryAfter.toLowerCase())}`,
    `HEADERS_RATE_LIMIT = ${lower([rateLimit.limit, rateLimit.remaining, rateLimit.reset])}`,
    `HEADERS_WEBHOOK = ${lower([webhook.id, webhook.timestamp, webhook.signature, webhook.plainSignature])}`,
    'OAUTH_URLS = {',
    `  authorize: ${literal(oauth.authorizeUrl)},`,
    `  token: ${literal(oauth.tokenUrl)},`,
    `  revoke: ${literal(oauth.revokeUrl)}`,
    '}.freeze',
    `SCOPES = ${list(oauth.scopes.map(({ name }) => name))}`,
  ];
  return rubyFile([
    '# Times are seconds, names of headers in lower case.',
    'module Defaults',
    ...indented(lines),
    'end',
  ]);
}

export function printErrorCodes(model: SdkModel): string {
  const lines = model.errors.flatMap(({ code, status, className, title, fix }) => [
    ...comment(`${title} (#{status}, ${className}). ${fix}`.replace('#{status}', String(status))),
    `${constantName(code)} = ${literal(code)}`,
  ]);
  const all = model.errors.map(({ code }) => constantName(code));
  return rubyFile([
    '# Codes of errors, to compare `error.code` with. The API may know more than this version.',
    'module ErrorCode',
    ...indented([...lines, `ALL = [`, ...all.map((name) => `  ${name},`), '].freeze']),
    'end',
  ]);
}

export function printEvents(model: SdkModel): string {
  const classes = model.events.flatMap(({ name, payload }) =>
    payload.kind === 'named' ? [`${literal(name)} => :${payload.name},`] : [],
  );
  const names = model.events.flatMap(({ name, description }) => [
    ...comment(description),
    `${constantName(name)} = ${literal(name)}`,
  ]);
  return rubyFile([
    '# Names of events, and builders of deliveries for tests.',
    'module Events',
    ...indented([
      ...names,
      `ALL = [${model.events.map(({ name }) => constantName(name)).join(', ')}].freeze`,
      '# @api private',
      'CLASSES = {',
      ...indented(classes),
      '}.freeze',
    ]),
    'end',
  ]);
}

export function printEventExamples(model: SdkModel): string {
  const lines = model.events.map(({ name, example }) => `${literal(name)} => ${literal(JSON.stringify(example))},`);
  return rubyFile(['module Events', '  # @api private', '  EXAMPLES = {', ...indented(lines, 4), '  }.freeze', 'end']);
}

import type { SdkModel } from '../model.ts';
import { quoted } from './doc-comment.ts';

/** Addresses, names of headers and defaults. One constant each, so that a bundler keeps what is used. */
export function printSettings({ baseUrl, errorDocUrl, headers, oauth, defaults, retried }: SdkModel): string {
  const { first, factor, most } = defaults.backoffSeconds;
  const constants: Record<string, string> = {
    BASE_URL: quoted(baseUrl),
    ERROR_DOC_URL: quoted(errorDocUrl.replace('{code}', '')),
    RATE_LIMIT_HEADERS: `[${Object.values(headers.rateLimit).map(quoted).join(', ')}] as const`,
    REQUEST_ID_HEADER: quoted(headers.requestId),
    RETRY_AFTER_HEADER: quoted(headers.retryAfter),
    WEBHOOK_ID_HEADER: quoted(headers.webhook.id),
    WEBHOOK_TIMESTAMP_HEADER: quoted(headers.webhook.timestamp),
    WEBHOOK_SIGNATURE_HEADER: quoted(headers.webhook.signature),
    PLAIN_SIGNATURE_HEADER: quoted(headers.webhook.plainSignature),
    AUTHORIZE_URL: quoted(oauth.authorizeUrl),
    TOKEN_URL: quoted(oauth.tokenUrl),
    REVOKE_URL: quoted(oauth.revokeUrl),
    '/** Milliseconds. */ TIMEOUT': String(defaults.timeoutSeconds * 1000),
    '/** Milliseconds. */ TOTAL_TIMEOUT': String(defaults.totalTimeoutSeconds * 1000),
    MAX_RETRIES: String(defaults.maxRetries),
    '/** Seconds. */ BACKOFF': `{ first: ${first}, factor: ${factor}, most: ${most}, jitterFrom: ${defaults.jitterFrom} }`,
    '/** Seconds. */ LONGEST_RETRY_AFTER': String(defaults.longestRetryAfterSeconds),
    '/** Seconds. */ WEBHOOK_TOLERANCE': String(defaults.webhookToleranceSeconds),
    '/** Seconds. */ REFRESH_BEFORE_EXPIRY': String(defaults.refreshBeforeExpirySeconds),
    '/** After these a call is sent again where a repeat is harmless. */ RETRIED': `[${retried.ifRepeatable.join(', ')}] as readonly number[]`,
  };
  const lines = Object.entries(constants).map(([name, value]) => {
    const [, comment = '', own = name] = /^(\/\*\*.*\*\/ )(.*)$/.exec(name) ?? [];
    return `${comment.trim()}${comment ? '\n' : ''}export const ${own} = ${value};`;
  });
  const scopes = oauth.scopes.map(({ name }) => quoted(name)).join(' | ');
  return `${lines.join('\n')}\n\n/** What an application may ask for. */\nexport type Scope = ${scopes};\n`;
}

export function printErrorCodes({ errors }: SdkModel): string {
  return (
    [
      '/** The codes of the catalogue. An `APIError` may have others, too. */',
      'export type ErrorCode =',
      ...errors.map(({ code, title }) => `  /** ${title}. */\n  | ${quoted(code)}`),
    ].join('\n') + ';\n'
  );
}

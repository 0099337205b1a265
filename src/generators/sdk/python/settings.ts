import type { SdkModel } from '../model.ts';
import { PAGE_PARAMETERS } from '../paging.ts';
import { docstring, HEADER, listed, literal } from './text.ts';

/** Plain values of the model: addresses, names of headers, defaults. */
export function printSettings(model: SdkModel): string {
  const { retried, errorClasses } = model;
  const classes = Object.entries(errorClasses.byStatus).map(([status, name]) => `${status}: ${literal(name)}`);
  return [
    `${HEADER}"""What the library knows of the API by heart. Times are seconds."""\n`,
    'from __future__ import annotations\n',
    'from typing import Dict, Literal, Tuple, Union\n',
    ...Object.entries(textsOf(model)).map(([name, value]) => `${name} = ${literal(value)}`),
    '',
    ...Object.entries(numbersOf(model)).map(([name, value]) => `${name}: float = ${value}`),
    `MAX_RETRIES = ${model.defaults.maxRetries}`,
    'PAGE_SIZE = 100',
    `PAGE_PARAMETERS = (${PAGE_PARAMETERS.page.map(literal).join(', ')})`,
    `CURSOR_PARAMETERS = (${PAGE_PARAMETERS.cursor.map(literal).join(', ')})`,
    `RETRIED_ALWAYS: Tuple[int, ...] = (${retried.always.join(', ')},)`,
    `RETRIED_IF_REPEATABLE: Tuple[int, ...] = (${retried.ifRepeatable.join(', ')},)`,
    listed('STATUS_CLASSES: Dict[int, str] = {', classes, '}'),
    '',
    namesText(model),
  ].join('\n');
}

function textsOf({ headers, oauth, ...model }: SdkModel): Record<string, string> {
  return {
    BASE_URL: model.baseUrl,
    SANDBOX_URL: model.sandboxUrl,
    ERROR_DOC_URL: model.errorDocUrl,
    HEADER_LIMIT: headers.rateLimit.limit,
    HEADER_REMAINING: headers.rateLimit.remaining,
    HEADER_RESET: headers.rateLimit.reset,
    HEADER_REQUEST_ID: headers.requestId,
    HEADER_RETRY_AFTER: headers.retryAfter,
    WEBHOOK_ID: headers.webhook.id,
    WEBHOOK_TIMESTAMP: headers.webhook.timestamp,
    WEBHOOK_SIGNATURE: headers.webhook.signature,
    WEBHOOK_PLAIN_SIGNATURE: headers.webhook.plainSignature,
    AUTHORIZE_URL: oauth.authorizeUrl,
    TOKEN_URL: oauth.tokenUrl,
    REVOKE_URL: oauth.revokeUrl,
  };
}

function numbersOf({ defaults }: SdkModel): Record<string, number> {
  const { backoffSeconds } = defaults;
  return {
    TIMEOUT: defaults.timeoutSeconds,
    TOTAL_TIMEOUT: defaults.totalTimeoutSeconds,
    BACKOFF_FIRST: backoffSeconds.first,
    BACKOFF_FACTOR: backoffSeconds.factor,
    BACKOFF_MOST: backoffSeconds.most,
    JITTER_FROM: defaults.jitterFrom,
    LONGEST_RETRY_AFTER: defaults.longestRetryAfterSeconds,
    WEBHOOK_TOLERANCE: defaults.webhookToleranceSeconds,
    REFRESH_BEFORE: defaults.refreshBeforeExpirySeconds,
  };
}

function namesText({ errors, oauth }: SdkModel): string {
  const scopes = oauth.scopes.map(({ name, description }) => `- \`${name}\`: ${description}`);
  return [
    listed(
      'ErrorCode = Union[Literal[',
      errors.map(({ code }) => literal(code)),
      '], str]',
    ),
    docstring('Every code that the API answers with today.'),
    listed(
      'Scope = Union[Literal[',
      oauth.scopes.map(({ name }) => literal(name)),
      '], str]',
    ),
    docstring(['What a user can allow.', '', ...scopes].join('\n')),
  ].join('\n');
}

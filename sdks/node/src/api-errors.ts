import type { RateLimit, ReadAnswer } from './answer.ts';
import { rateLimitOf, requestIdOf, retryAfterOf } from './answer.ts';
import { OrbintoError } from './errors.ts';
import type { ErrorCode } from './generated/error-codes.ts';
import { ERROR_DOC_URL } from './generated/settings.ts';
import type { Unlisted } from './unlisted.ts';

interface ErrorBody {
  type?: unknown;
  code?: unknown;
  param?: unknown;
  message?: unknown;
  request_id?: unknown;
}

const textOr = (value: unknown, otherwise: string | null): string | null =>
  typeof value === 'string' && value !== '' ? value : otherwise;

/** An answer that is no success. What the answer lacks is null. */
export class APIError extends OrbintoError {
  override get name(): string {
    return 'APIError';
  }

  /** The HTTP status; 0 for a redirect in a browser, which hides it. */
  readonly status: number;
  /** What a program decides by: `email_taken`. */
  readonly code: ErrorCode | Unlisted | null;
  /** The parameter that is meant: `email`. */
  readonly param: string | null;
  /** Tell it to the support. */
  readonly requestId: string | null;
  /** Where the code is explained. */
  readonly docUrl: string | null;
  readonly headers: Headers;
  readonly rateLimit: RateLimit | null;
  /** In seconds. */
  readonly retryAfter: number | null;
  readonly #body: unknown;

  /** @param hint told where the answer has no message of its own */
  constructor(answer: ReadAnswer, hint?: string) {
    const { status, headers, body } = answer;
    const error = errorIn(body);
    const code = textOr(error.code, null);
    const param = textOr(error.param, null);
    const requestId = textOr(error.request_id, requestIdOf(headers));
    const text = textOr(error.message, hint ?? `The answer is ${headers.get('content-type') ?? 'empty'}`);
    super(
      `${status}${code ? ` ${code}` : ''}${param ? ` (${param})` : ''}: ${text}${requestId ? ` [${requestId}]` : ''}`,
    );
    this.status = status;
    this.code = code as ErrorCode | null;
    this.param = param;
    this.requestId = requestId;
    this.docUrl = code && ERROR_DOC_URL + code;
    this.headers = headers;
    this.rateLimit = rateLimitOf(headers);
    this.retryAfter = retryAfterOf(headers);
    this.#body = body;
  }

  /** The answer's JSON with all that it holds, else its text. */
  get body(): unknown {
    return this.#body;
  }
}

/** `{"error": {…}}`; of anything else nothing is known. */
function errorIn(body: unknown): ErrorBody {
  const { error } = (body ?? {}) as { error?: unknown };
  return typeof error === 'object' && error !== null ? error : {};
}

/** 400: what was sent cannot be read. */
export class BadRequestError extends APIError {
  override get name(): string {
    return 'BadRequestError';
  }
}

/** 401: no key, or one that does not work. */
export class AuthenticationError extends APIError {
  override get name(): string {
    return 'AuthenticationError';
  }
}

/** 403: the key may not do this. */
export class PermissionDeniedError extends APIError {
  override get name(): string {
    return 'PermissionDeniedError';
  }
}

/** 404: there is no such record. */
export class NotFoundError extends APIError {
  override get name(): string {
    return 'NotFoundError';
  }
}

/** 409: the state of the record forbids it. */
export class ConflictError extends APIError {
  override get name(): string {
    return 'ConflictError';
  }
}

/** 413: the body is too long. */
export class PayloadTooLargeError extends APIError {
  override get name(): string {
    return 'PayloadTooLargeError';
  }
}

/** 415: the body is no JSON. */
export class UnsupportedMediaTypeError extends APIError {
  override get name(): string {
    return 'UnsupportedMediaTypeError';
  }
}

/** 422: a field is missing or wrong; `param` names it. */
export class UnprocessableEntityError extends APIError {
  override get name(): string {
    return 'UnprocessableEntityError';
  }
}

/** 429: too many requests; `retryAfter` tells how long to wait. */
export class RateLimitError extends APIError {
  override get name(): string {
    return 'RateLimitError';
  }
}

/** 5xx: the fault is at the other end. */
export class ServerError extends APIError {
  override get name(): string {
    return 'ServerError';
  }
}

/** An answer of the token endpoint. `code` is its `error`: `invalid_grant`. */
export class OAuthError extends APIError {
  override get name(): string {
    return 'OAuthError';
  }
}

const classes: Readonly<Record<number, typeof APIError>> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  413: PayloadTooLargeError,
  415: UnsupportedMediaTypeError,
  422: UnprocessableEntityError,
  429: RateLimitError,
};

/** The error that an answer is. */
export function errorOf(answer: ReadAnswer): APIError {
  const { status } = answer;
  const Class = classes[status] ?? (status >= 500 ? ServerError : APIError);
  const isRedirect = status === 0 || (status >= 300 && status < 400);
  return new Class(answer, isRedirect ? 'A redirect, which is never followed: check the base URL' : undefined);
}

import { errors } from '../generated/policies.ts';
import type { ErrorCode } from '../generated/policies.ts';

interface ErrorDetails {
  /** What fills the catalogue's message, e.g. `{ id: 'con_x' }` for `{id}`. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Instead of the catalogue's message. */
  readonly message?: string;
  /** The parameter or field at fault, e.g. `tags[0]`. */
  readonly param?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A documented failure: a handler throws it, one place writes it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  readonly param: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    const { param, values = {}, message, headers = {} } = details;
    super(message ?? fill(errors[code].message, param === undefined ? values : { param, ...values }));
    this.code = code;
    this.param = param;
    this.headers = headers;
  }

  get status(): number {
    return errors[this.code].status;
  }

  /** The error object of the API's answer. */
  body(requestId: string): object {
    const { type, status } = errors[this.code];
    return {
      error: {
        type,
        code: this.code,
        message: this.message,
        ...(this.param === undefined ? {} : { param: this.param }),
        status,
        request_id: requestId,
      },
    };
  }
}

/** Fills the `{name}` places of a message; what has no value stays as it is. `{limit} items` of 1 is `1 item`. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}( \w+s\b)?/g, (place, name: string, noun: string | undefined) => {
    if (!Object.hasOwn(values, name)) return place;
    const value = String(values[name]);
    return value === '1' && noun ? `1${noun.slice(0, -1)}` : `${value}${noun ?? ''}`;
  });
}

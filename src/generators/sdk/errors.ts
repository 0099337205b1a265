import type { Policies } from '../../openapi/document/policies.ts';

export interface SdkError {
  code: string;
  type: string;
  status: number;
  /** The class that is thrown: `NotFoundError`. */
  className: string;
  title: string;
  cause: string;
  fix: string;
  /** Its entry in the catalogue. */
  docUrl: string;
}

/** Classes of answers, by status; each is an `APIError`. */
export const STATUS_CLASSES: Readonly<Record<number, string>> = {
  400: 'BadRequestError',
  401: 'AuthenticationError',
  403: 'PermissionDeniedError',
  404: 'NotFoundError',
  409: 'ConflictError',
  413: 'PayloadTooLargeError',
  415: 'UnsupportedMediaTypeError',
  422: 'UnprocessableEntityError',
  429: 'RateLimitError',
};

/** Classes of what is no answer of an operation; each is an `OrbintoError`. */
export const OTHER_CLASSES = [
  'ConnectionError',
  'TimeoutError',
  'ConfigurationError',
  'InvalidResponseError',
  'WebhookVerificationError',
  // What the token endpoint answers, by RFC 6749; an APIError.
  'OAuthError',
] as const;

/** The class of an answer that is an error. */
export function errorClass(status: number): string {
  return STATUS_CLASSES[status] ?? (status >= 500 ? 'ServerError' : 'APIError');
}

/** Where every code is explained; `{code}` stands for it. Codes that are not known yet have their place there, too. */
export function errorDocUrl(site: string): string {
  return `${site}/errors/#{code}`;
}

export function errorsOf({ errors }: Policies, site: string): SdkError[] {
  return errors.map(({ code, type, status, title, cause, fix }) => ({
    code,
    type,
    status,
    className: errorClass(status),
    title,
    cause,
    fix,
    docUrl: errorDocUrl(site).replace('{code}', code),
  }));
}

export type { RateLimit, ResponseInfo } from './answer.ts';
export {
  APIError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  OAuthError,
  PayloadTooLargeError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  UnprocessableEntityError,
  UnsupportedMediaTypeError,
} from './api-errors.ts';
export type { Call } from './call.ts';
export { Orbinto } from './client.ts';
export type { RequestOptions } from './client.ts';
export {
  ConfigurationError,
  ConnectionError,
  InvalidResponseError,
  OrbintoError,
  TimeoutError,
  WebhookVerificationError,
} from './errors.ts';
export type { ErrorCode } from './generated/error-codes.ts';
export type { EventMap, OrbintoEvent, UnknownEvent } from './generated/events.ts';
export type * from './generated/types.ts';
export type { Scope } from './generated/settings.ts';
export type { HookCall, Hooks } from './hooks.ts';
export type { CursorMode, Items, List, NoMode, Page, PageMode } from './list.ts';
export { OAuth } from './oauth.ts';
export type { Authorization, AuthorizeOptions, Exchange, OAuthOptions, OAuthTokens } from './oauth.ts';
export { OAuthSession } from './oauth-session.ts';
export type { SessionOptions, SessionTokens } from './oauth-session.ts';
export type { CallOptions, Credentials, Fetch, OrbintoOptions, TransportOptions } from './options.ts';
export type { Unlisted } from './unlisted.ts';
export { VERSION } from './version.ts';

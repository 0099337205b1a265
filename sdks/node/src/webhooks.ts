export { ConfigurationError, OrbintoError, WebhookVerificationError } from './errors.ts';
export type { EventMap, OrbintoEvent, UnknownEvent } from './generated/events.ts';
export type { NodeRequest, NodeResponse } from './node-adapter.ts';
export type { Unlisted } from './unlisted.ts';
export { unwrap, verify } from './verify.ts';
export type { RawBody, Verified, VerifyOptions, WebhookHeaders } from './verify.ts';
export { WebhookRouter } from './webhook-router.ts';
export type { Delivery, EventHandler, Outcome, RouterOptions } from './webhook-router.ts';

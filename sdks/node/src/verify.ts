import { ConfigurationError, WebhookVerificationError } from './errors.ts';
import type { OrbintoEvent } from './generated/events.ts';
import {
  PLAIN_SIGNATURE_HEADER,
  WEBHOOK_ID_HEADER,
  WEBHOOK_SIGNATURE_HEADER,
  WEBHOOK_TIMESTAMP_HEADER,
  WEBHOOK_TOLERANCE,
} from './generated/settings.ts';
import { isEqual, keyOf, plainSignature, standardSignature } from './signature.ts';
import type { WebhookKey } from './signature.ts';

/** The body as it was received: not parsed. */
export type RawBody = string | Uint8Array | ArrayBuffer;

/** Of a Fetch `Request`, of Node's `IncomingMessage`, or an object; names in any case. */
export type WebhookHeaders =
  { get(name: string): string | null | undefined } | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface VerifyOptions {
  /** How far the clocks may differ, in seconds: 300. */
  tolerance?: number | undefined;
  /** Unix seconds; for tests. */
  now?: number | undefined;
}

/** A delivery that can be believed. */
export interface Verified {
  /** The event's id, the same for each attempt; null where only the plain signature came, which does not cover it. */
  id: string | null;
  body: Uint8Array;
}

/**
 * Checks `webhook-signature` where it is there, else `X-Orbinto-Signature`.
 * @param secret `whsec_…`, or several while one is replaced
 * @throws WebhookVerificationError when the delivery cannot be believed
 * @throws ConfigurationError when the secret is none
 */
export async function verify(
  body: RawBody,
  headers: WebhookHeaders,
  secret: string | readonly string[],
  options: VerifyOptions = {},
): Promise<Verified> {
  const keys = keysOf(secret);
  const bytes = bytesOf(body);
  const signature = headerOf(headers, WEBHOOK_SIGNATURE_HEADER);
  if (signature !== undefined)
    return { id: await verifyStandard(bytes, headers, signature, keys, options), body: bytes };
  const plain = headerOf(headers, PLAIN_SIGNATURE_HEADER);
  if (plain === undefined)
    throw new WebhookVerificationError(
      `There is neither a header ${WEBHOOK_SIGNATURE_HEADER} nor ${PLAIN_SIGNATURE_HEADER}`,
    );
  const wanted = await Promise.all(keys.map((key) => plainSignature(key, bytes)));
  refuseUnless(wanted.some((one) => isEqual(plain, one)));
  return { id: null, body: bytes };
}

/**
 * The event of a delivery, once its signature is checked.
 * @param body as it was received, not parsed
 * @param secret `whsec_…`, or several while one is replaced
 * @throws WebhookVerificationError when the delivery cannot be believed, or holds no event
 * @throws ConfigurationError when the secret is none
 */
export async function unwrap(
  body: RawBody,
  headers: WebhookHeaders,
  secret: string | readonly string[],
  options?: VerifyOptions,
): Promise<OrbintoEvent> {
  return eventOf(await verify(body, headers, secret, options));
}

/** What the body says, signed as it is. */
export function eventOf({ body }: Verified): OrbintoEvent {
  let event: unknown;
  try {
    event = JSON.parse(new TextDecoder().decode(body));
  } catch {
    // Told below.
  }
  if (typeof event !== 'object' || event === null)
    throw new WebhookVerificationError('The signature is right, but the body is no event in JSON');
  return event as OrbintoEvent;
}

/** @throws ConfigurationError */
export function keysOf(secret: string | readonly string[]): WebhookKey[] {
  const keys = [secret].flat().map(keyOf);
  if (keys.length === 0 || keys.includes(undefined))
    throw new ConfigurationError(
      'The webhook secret must be the text that the creation of the webhook answered: whsec_…',
    );
  return keys as WebhookKey[];
}

async function verifyStandard(
  bytes: Uint8Array,
  headers: WebhookHeaders,
  signature: string,
  keys: WebhookKey[],
  options: VerifyOptions,
): Promise<string> {
  const { tolerance = WEBHOOK_TOLERANCE, now = Date.now() / 1000 } = options;
  const id = headerOf(headers, WEBHOOK_ID_HEADER);
  const timestamp = headerOf(headers, WEBHOOK_TIMESTAMP_HEADER);
  if (id === undefined || timestamp === undefined || !/^[0-9]{1,12}$/.test(timestamp))
    throw new WebhookVerificationError(
      `The header ${WEBHOOK_ID_HEADER} or ${WEBHOOK_TIMESTAMP_HEADER} is missing or malformed`,
    );
  if (!(Math.abs(now - Number(timestamp)) <= tolerance))
    throw new WebhookVerificationError(
      `The timestamp is more than ${tolerance} seconds off: an old delivery, or a clock that is wrong`,
    );
  const wanted = await Promise.all(keys.map((key) => standardSignature(key, id, timestamp, bytes)));
  const given = signature.split(' ');
  refuseUnless(wanted.some((one) => given.some((other) => isEqual(other, one))));
  return id;
}

function refuseUnless(isRight: boolean): void {
  if (!isRight)
    throw new WebhookVerificationError(
      'The signature does not fit: another secret, or a body that was changed on its way',
    );
}

function bytesOf(body: unknown): Uint8Array {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  throw new WebhookVerificationError(
    'The body must be the raw one, a text or bytes as they were received; a parsed one cannot be checked',
  );
}

/** Undefined where it is not there; a header that came several times is malformed. */
function headerOf(headers: WebhookHeaders, name: string): string | undefined {
  const value = valueOf(headers, name);
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new WebhookVerificationError(`The header ${name} is malformed`);
  return value;
}

function valueOf(headers: unknown, name: string): unknown {
  if (typeof headers !== 'object' || headers === null) return undefined;
  const { get } = headers as { get?: unknown };
  if (typeof get === 'function') return get.call(headers, name);
  const key = Object.keys(headers).find((other) => other.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : (headers as Record<string, unknown>)[key];
}

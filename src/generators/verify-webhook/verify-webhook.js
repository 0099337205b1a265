import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Verifies `X-Orbinto-Signature`: the lower-case hex HMAC-SHA256 of the body,
 * keyed with the whole secret.
 *
 * @param {string | Uint8Array} body The request body as it was received, not parsed.
 * @param {string | undefined} signature The header's value.
 * @param {string} secret The webhook's secret, `whsec_…`.
 * @returns {boolean} Never throws: what is not a valid signature is false.
 */
export function verifyWebhook(body, signature, secret) {
  if (!isBody(body) || typeof signature !== 'string' || !isSecret(secret)) return false;
  if (!/^[0-9a-f]{64}$/.test(signature)) return false;
  const expected = createHmac('sha256', secret).update(body).digest();
  return timingSafeEqual(Buffer.from(signature, 'hex'), expected);
}

/**
 * Verifies the Standard Webhooks headers, and refuses an attempt that is more
 * than five minutes old or early.
 *
 * @param {string | Uint8Array} body The request body as it was received, not parsed.
 * @param {{ id?: string, timestamp?: string, signature?: string }} headers
 *   The values of `webhook-id`, `webhook-timestamp` and `webhook-signature`.
 * @param {string} secret The webhook's secret, `whsec_…`.
 * @param {number} now Unix time in seconds.
 * @returns {boolean} Never throws: what is not a valid, fresh signature is false.
 */
export function verifyStandardWebhook(body, headers, secret, now = Date.now() / 1000) {
  const { id, timestamp, signature } = headers ?? {};
  if (!isBody(body) || !isSecret(secret)) return false;
  if (![id, timestamp, signature].every((value) => typeof value === 'string')) return false;
  if (!/^[0-9]{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now - Number(timestamp)) > 300) return false;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const hmac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body);
  const expected = Buffer.from(`v1,${hmac.digest('base64')}`);
  return signature.split(' ').some((entry) => {
    const given = Buffer.from(entry);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

function isBody(value) {
  return typeof value === 'string' || value instanceof Uint8Array;
}

function isSecret(value) {
  return typeof value === 'string' && /^whsec_[A-Za-z0-9+/]+={0,2}$/.test(value);
}

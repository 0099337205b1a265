import type { ProbeOptions } from './arguments.ts';
import { ask, CheckError, expectStatus, objectIn } from './ask.ts';
import type { Answer } from './ask.ts';

/** A call of the API. @param what The path as it is told. @throws {CheckError} where the answer has another status */
export function call(
  { target, key, timeoutMs }: ProbeOptions,
  status: number,
  [method, path, what = path]: readonly [method: string, path: string, what?: string],
  body?: object,
): Promise<Answer> {
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
  return expectStatus(status, `${method} ${what}`, `${target}/v1${path}`, {
    method,
    headers,
    timeoutMs,
    ...(body && { body: JSON.stringify(body) }),
  });
}

/**
 * A list of one record: key, limits, records and answer are all met.
 * @returns how far ahead the target's clock is of this one's: seconds
 */
export async function checkApi(options: ProbeOptions, now: () => Date): Promise<{ offset: number }> {
  const { headers, body } = await call(options, 200, ['GET', '/operators?limit=1', '/operators']);
  if (!Array.isArray(objectIn(body, 'GET /operators')['data'])) throw new CheckError('GET /operators answered no list');
  const told = Date.parse(headers.get('date') ?? '');
  return { offset: Number.isNaN(told) ? 0 : Math.round((told - now().getTime()) / 1000) };
}

const METADATA = '/.well-known/oauth-authorization-server';

/** The server's metadata, and the refusal of a code that nobody was given. */
export async function checkOAuth({ target, timeoutMs }: ProbeOptions): Promise<void> {
  const { body } = await expectStatus(200, 'the metadata', target + METADATA, { timeoutMs });
  const endpoint = objectIn(body, 'the metadata')['token_endpoint'];
  if (typeof endpoint !== 'string' || !URL.canParse(endpoint))
    throw new CheckError('the metadata names no token endpoint');
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code: 'status-probe',
    client_id: 'status-probe',
    redirect_uri: 'https://example.com/',
    code_verifier: 'x'.repeat(43),
  });
  const answer = await ask(endpoint, { method: 'POST', body: form, timeoutMs });
  if (answer.status !== 400 && answer.status !== 401)
    throw new CheckError(`the token endpoint answered ${answer.status}, not 400 or 401`);
  if (typeof objectIn(answer.body, 'the token endpoint')['error'] !== 'string')
    throw new CheckError('the token endpoint named no error');
}

export async function checkSite(site: string, { timeoutMs }: ProbeOptions): Promise<void> {
  const { headers } = await expectStatus(200, 'the home page', `${site}/`, { timeoutMs });
  if (!headers.get('content-type')?.startsWith('text/html')) throw new CheckError('the home page is no HTML');
}

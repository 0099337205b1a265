import { lookup as lookupHost } from 'node:dns';
import { request as requestHttp } from 'node:http';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { retries } from '../generated/policies.ts';
import { untilAborted } from '../until-aborted.ts';
import { timedOut } from '../webhooks/delivery.ts';
import type { FailureCode, LoggedResponse } from '../webhooks/delivery.ts';
import { SendError } from '../webhooks/send.ts';
import type { Send, WebhookRequest } from '../webhooks/send.ts';
import { hostOf, isAddress, isAllowedTarget, isLoopbackHost, isPublicAddress } from '../webhooks/target.ts';
import type { ResolveHost } from '../webhooks/target.ts';

interface ClientOptions {
  /** True: deliveries may go to http addresses and to this machine. */
  readonly allowsLocal: boolean;
  /** Finds the addresses of a name; the system's resolver when omitted. */
  readonly resolve?: ResolveHost;
}

const LOOPBACK = ['127.0.0.1', '::1'];
/** How long a name is looked up when a webhook is registered. */
const LOOKUP_TIMEOUT = 3_000;
/** The largest header section that is read. */
const MAX_HEADER_BYTES = 16 * 1024;

/** Looks a name up with the system's resolver. @throws when it has no address, or the answer takes too long */
export function resolveHost(name: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} was not resolved in time`)), LOOKUP_TIMEOUT);
    lookupHost(name, { all: true, verbatim: true }, (error, addresses) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve(addresses.map(({ address }) => address));
    });
  });
}

/**
 * Sends deliveries over the network. The addresses of a name are looked up once, all of them are checked, and one of these very
 * addresses is connected to. No redirect is followed, no connection is used twice, and no more of an answer is read than is logged.
 */
export function createWebhookClient({ allowsLocal, resolve = resolveHost }: ClientOptions): Send {
  return async (request, signal) => {
    if (!isAllowedTarget(request.url, allowsLocal)) throw notAllowed(new URL(request.url).hostname);
    const timeout = AbortSignal.timeout(retries.timeout_seconds * 1000);
    const ending = AbortSignal.any([signal, timeout]);
    try {
      const addresses = await untilAborted(addressesOf(new URL(request.url), resolve), ending);
      return await exchange(request, addresses, ending);
    } catch (error) {
      if (timeout.aborted) throw new SendError('timeout', timedOut().message);
      throw explain(error);
    }
  };
}

/** Every address of the URL's host. @throws SendError where one of them is not public */
async function addressesOf(url: URL, resolve: ResolveHost): Promise<readonly string[]> {
  const host = hostOf(url);
  if (isLoopbackHost(host)) return isAddress(host) ? [host] : LOOPBACK;
  if (isPublicAddress(host)) return [host];
  const addresses = await resolve(host).catch((error: unknown) => {
    throw new SendError('name_not_resolved', `The name ${host} could not be resolved.`, { cause: error });
  });
  const refused = addresses.find((address) => !isPublicAddress(address));
  if (refused !== undefined) throw notAllowed(`${host} (${refused})`);
  if (addresses.length === 0) throw new SendError('name_not_resolved', `The name ${host} has no address.`);
  return addresses;
}

function exchange(
  { url, headers, body }: WebhookRequest,
  addresses: readonly string[],
  signal: AbortSignal,
): Promise<LoggedResponse> {
  return new Promise((resolve, reject) => {
    const request = open(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Length': Buffer.byteLength(body), Connection: 'close' },
      agent: false,
      lookup: pinnedTo(addresses),
      maxHeaderSize: MAX_HEADER_BYTES,
      signal,
    });
    request.on('error', reject);
    request.on('response', (response) => {
      readBeginning(response).then((text) => resolve({ status: response.statusCode ?? 0, body: text }), reject);
    });
    request.on('upgrade', ({ statusCode = 101 }, socket) => {
      socket.destroy();
      resolve({ status: statusCode, body: '' });
    });
    request.end(body);
  });
}

function open(url: string, options: RequestOptions): ClientRequest {
  return url.startsWith('https:') ? requestHttps(url, options) : requestHttp(url, options);
}

/** A look-up that gives the addresses which were checked, and asks nobody. */
function pinnedTo(addresses: readonly string[]): LookupFunction {
  const entries = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return (_name, { all }, callback) => {
    const [first] = entries;
    if (all) callback(null, entries);
    else if (first) callback(null, first.address, first.family);
  };
}

/** Reads as much of an answer as the log keeps, then hangs up. */
async function readBeginning(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= retries.logged_response_bytes) break;
  }
  response.destroy();
  const bytes = Buffer.concat(chunks).subarray(0, retries.logged_response_bytes);
  // A character that was cut in two at the end is left out.
  return new TextDecoder('utf-8').decode(bytes, { stream: true });
}

function notAllowed(host: string): SendError {
  return new SendError('address_not_allowed', `Nothing is sent to ${host}: it is not on the public internet.`);
}

/** What went wrong, in the log's words. */
function explain(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  const kind = kindOf(code);
  return new SendError(kind, `${TEXTS[kind]} (${code || message})`, { cause: error });
}

const TEXTS: Readonly<Record<string, string>> = {
  connection_refused: 'Nothing listens at this address.',
  tls_failed: 'No secure connection could be made.',
  invalid_response: 'The answer is not valid HTTP.',
  connection_failed: 'The connection failed.',
};

function kindOf(code: string): FailureCode {
  if (code === 'ECONNREFUSED') return 'connection_refused';
  if (/^HPE_/.test(code)) return 'invalid_response';
  if (/CERT|SSL|TLS|EPROTO|SELF_SIGNED|UNABLE_TO/.test(code)) return 'tls_failed';
  return 'connection_failed';
}

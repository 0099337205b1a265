/** One request and what came of it. */
import { send } from '../environments.ts';
import type { Environment } from '../environments.ts';
import { explain } from '../failures/explain-failure.ts';
import type { Failure } from '../failures/failure.ts';
import { anySignal } from '../../../sandbox/any-signal.ts';

export interface SendableRequest {
  method: string;
  url: string;
  headers: [name: string, value: string][];
  body?: BodyInit;
}

export interface ApiResponse {
  kind: 'response';
  status: number;
  headers: [name: string, value: string][];
  mediaType: string;
  /** The body as text, or `undefined` where it is none. */
  text: string | undefined;
  /** The body as it came, after decompression. Not for storage: it may be large. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Bytes of the body, after decompression. */
  size: number;
  milliseconds: number;
}

export interface NoResponse {
  kind: 'failure';
  failure: Failure;
  milliseconds: number;
}

export type Outcome = ApiResponse | NoResponse;

/** Milliseconds after which a request is given up. */
export const timeout = 30_000;

/**
 * Sends a request. Never rejects: what went wrong is an outcome too.
 * @param answer what answers it; the environment unless told
 */
export async function sendRequest(
  sendable: SendableRequest,
  environment: Environment,
  signal: AbortSignal,
  answer: (request: Request) => Promise<Response> = (request) => send(request, environment.id),
): Promise<Outcome> {
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  let request: Request;
  try {
    const { method, url, headers, body } = sendable;
    request = new Request(url, {
      method,
      headers,
      body,
      signal: anySignal(signal, AbortSignal.timeout(timeout)),
    });
  } catch (error) {
    return { kind: 'failure', failure: unsendable(error), milliseconds: elapsed() };
  }
  try {
    const response = await answer(request);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { ...describe(response, bytes), milliseconds: elapsed() };
  } catch (error) {
    const milliseconds = elapsed();
    return { kind: 'failure', failure: await explain(error, { environment, timeout }), milliseconds };
  }
}

function describe(response: Response, bytes: Uint8Array<ArrayBuffer>): Omit<ApiResponse, 'milliseconds'> {
  return {
    kind: 'response',
    status: response.status,
    headers: [...response.headers],
    mediaType: (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '',
    text: decode(bytes),
    bytes,
    size: bytes.byteLength,
  };
}

/** Text is what decodes as UTF-8 and has no NUL in it; anything else is shown as its size. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function unsendable(error: unknown): Failure {
  const detail = error instanceof Error ? error.message : String(error);
  return { reason: 'invalid', title: 'The browser cannot send this request', explanation: detail };
}

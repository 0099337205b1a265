import type { ReadAnswer } from './answer.ts';
import type { Limits } from './config.ts';
import { ConnectionError, InvalidResponseError, OrbintoError, TimeoutError } from './errors.ts';
import type { Fetch } from './options.ts';

interface Attempt {
  send: Fetch;
  url: string;
  init: RequestInit;
  limits: Limits;
  signal: AbortSignal | undefined;
  /** What earlier tries took, in milliseconds. */
  spent: number;
  /** Whether a call without an answer may have changed something. */
  mayHaveRun: boolean;
  /** Stands in nothing that an error shows. */
  secret: string | undefined;
  acceptsEmpty: boolean | undefined;
}

const seconds = (milliseconds: number): string => `${milliseconds / 1000} s`;

/** Sends a request once, and reads its answer to the end. */
export async function attempt({
  send,
  url,
  init,
  limits,
  signal,
  spent,
  mayHaveRun,
  secret,
  acceptsEmpty,
}: Attempt): Promise<ReadAnswer> {
  const warning = mayHaveRun ? '. The call may have run: look before you send it again' : '';
  const { timeout, totalTimeout } = limits;
  const left = totalTimeout - spent;
  const late = left < timeout ? `${seconds(totalTimeout)}, all tries together` : seconds(timeout);
  try {
    return await within(
      Math.min(timeout, left),
      signal,
      () => new TimeoutError(`No whole answer within ${late}${warning}`),
      async (stop) => {
        const response = await send(url, { ...init, signal: stop });
        // Whatever the status: a connection with an unread answer is lost.
        const text = await response.text();
        const isEmpty = text === '' && (acceptsEmpty || response.status === 204 || init.method === 'HEAD');
        return isEmpty
          ? { status: response.status, headers: response.headers, body: undefined }
          : readAnswer(response, text, secret);
      },
    );
  } catch (error) {
    if (error instanceof OrbintoError || signal?.aborted) throw error;
    const { message, cause } = error as Error;
    const reason = (cause as Error | undefined)?.message || message;
    throw new ConnectionError(`The connection to ${new URL(url).origin} failed: ${reason}${warning}`, { cause: error });
  }
}

/** @param late what is thrown when the time is over */
function within<T>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  late: () => Error,
  run: (stop: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    // Rejects at once: what sends may not look at its signal.
    const stop = (reason: Error): void => {
      reject(reason);
      controller.abort(reason);
    };
    const cancel = (): void => stop(signal?.reason as Error);
    // A longer timer would end at once.
    const timer = setTimeout(() => stop(late()), Math.min(milliseconds, 2 ** 31 - 1));
    signal?.addEventListener('abort', cancel);
    void run(controller.signal)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', cancel);
      });
  });
}

function readAnswer({ status, headers, ok }: Response, text: string, secret: string | undefined): ReadAnswer {
  if (!ok) return { status, headers, body: parsed(secret ? text.replaceAll(secret, '[secret]') : text) };
  try {
    return { status, headers, body: JSON.parse(text) as unknown };
  } catch {
    throw new InvalidResponseError(
      `The answer ${status} is no JSON but ${headers.get('content-type') ?? 'of no type'}: what answers may be something else than the API`,
      status,
    );
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

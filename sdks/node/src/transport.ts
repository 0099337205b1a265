import type { ReadAnswer } from './answer.ts';
import { requestIdOf } from './answer.ts';
import { errorOf } from './api-errors.ts';
import type { APIError } from './api-errors.ts';
import { attempt } from './attempt.ts';
import { limitsOf } from './config.ts';
import type { Config, Limits } from './config.ts';
import { ConnectionError, TimeoutError } from './errors.ts';
import { BACKOFF, LONGEST_RETRY_AFTER, RETRIED } from './generated/settings.ts';
import type { HookCall } from './hooks.ts';
import type { CallOptions } from './options.ts';
import { initOf, pathOf, urlOf } from './request.ts';
import type { Operation } from './request.ts';
import { warnOfDeprecation } from './warnings.ts';

/** A call that is under way. */
interface Running {
  operation: Operation;
  call: HookCall;
  url: string;
  init: RequestInit & { headers: Headers };
  limits: Limits;
  signal: AbortSignal | undefined;
  /** Of `performance.now()`. */
  began: number;
  isRepeatable: boolean;
}

/** Sends calls: time, retries, credentials, hooks. Many calls may be under way at once. */
export class Transport {
  readonly #config: Config;

  constructor(config: Config) {
    this.#config = config;
  }

  /** @throws OrbintoError, or the reason of a signal that cancels */
  async send(operation: Operation, options: CallOptions): Promise<ReadAnswer> {
    const { method, path } = operation;
    const call: HookCall = { method, path, operation: `${method} ${path}`, attempt: 0 };
    try {
      call.path = pathOf(operation);
      const running: Running = {
        operation,
        call,
        url: urlOf(this.#config.baseUrl, call.path, operation.query),
        init: initOf(operation, this.#config, options),
        limits: limitsOf(options, this.#config),
        signal: options.signal,
        began: performance.now(),
        isRepeatable: (options.retryUnsafe || operation.repeatable) ?? /^(GET|HEAD|PUT|DELETE)$/.test(method),
      };
      // What people see of a path has no query.
      call.path = call.path.replace(/\?.*/s, '');
      return await this.#tries(running);
    } catch (error) {
      await this.#config.options.hooks?.error?.({ ...call, error });
      throw error;
    }
  }

  async #tries(running: Running): Promise<ReadAnswer> {
    const { auth } = this.#config;
    let hasRenewed = false;
    for (let retries = 0; ;) {
      const token = await auth?.token();
      const outcome = await this.#try(running, token);
      if (!(outcome instanceof Error)) return outcome;
      if (!hasRenewed && token && (outcome as APIError).code === 'invalid_access_token') {
        hasRenewed = true;
        if (await auth?.renew?.(token)) continue;
      }
      const wait = waitAfter(outcome, retries, running);
      if (wait === undefined) throw outcome;
      await this.#config.options.hooks?.retry?.({ ...running.call, wait, error: outcome });
      running.signal?.throwIfAborted();
      await this.#config.sleep(wait, running.signal);
      retries += 1;
    }
  }

  /** @returns what went wrong, or the answer; throws what no repeat can mend */
  async #try(
    { operation, call, url, init, limits, signal, began, isRepeatable }: Running,
    token?: string,
  ): Promise<ReadAnswer | APIError | ConnectionError | TimeoutError> {
    const { hooks, log } = this.#config.options;
    call.attempt += 1;
    if (token) init.headers.set('Authorization', `Bearer ${token}`);
    await hooks?.before?.({ ...call });
    signal?.throwIfAborted();
    const start = performance.now();
    const tell = (told: string | number): number => {
      const milliseconds = Math.round((performance.now() - start) * 10) / 10;
      log?.(`orbinto: ${call.method} ${call.path} ${told}, try ${call.attempt}, ${milliseconds} ms`);
      return milliseconds;
    };
    try {
      const answer = await attempt({
        send: this.#config.fetch,
        url,
        init,
        limits,
        signal,
        spent: start - began,
        mayHaveRun: !isRepeatable,
        secret: token,
        acceptsEmpty: operation.acceptsEmpty,
      });
      const { status, headers } = answer;
      const id = requestIdOf(headers);
      const milliseconds = tell(id ? `${status} ${id}` : status);
      await hooks?.after?.({ ...call, status, headers, milliseconds });
      warnOfDeprecation(call.operation, headers);
      return status < 200 || status > 299 ? (operation.fail ?? errorOf)(answer) : answer;
    } catch (error) {
      if (!(error instanceof ConnectionError || error instanceof TimeoutError)) throw error;
      tell(error.name);
      return error;
    }
  }
}

/** Milliseconds until the next try; undefined where there is none. */
function waitAfter(
  error: OrbintoFailure,
  retries: number,
  { limits, isRepeatable, began }: Running,
): number | undefined {
  const { status, retryAfter = null } = error as Partial<APIError>;
  const mayRepeat = status === 429 || (isRepeatable && (status === undefined || RETRIED.includes(status)));
  if (!mayRepeat || retries >= limits.maxRetries || (retryAfter ?? 0) > LONGEST_RETRY_AFTER) return undefined;
  const { first, factor, most, jitterFrom } = BACKOFF;
  const drawn = Math.min(first * factor ** retries, most) * (jitterFrom + (1 - jitterFrom) * Math.random());
  const wait = (retryAfter ?? drawn) * 1000;
  return performance.now() - began + wait > limits.totalTimeout ? undefined : wait;
}

type OrbintoFailure = APIError | ConnectionError | TimeoutError;

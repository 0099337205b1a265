import { limits } from '../generated/policies.ts';
import type { Fetcher } from './runtime.ts';

/** How much of a body that nobody reads is taken off the wire. */
const DRAINED = 64 * 1024 * 1024;

/** How a body is on its way to an object. */
interface Passage {
  readonly request: Request;
  /** Is called when the answer is there: takes off the wire what the object has left of the body. */
  drain(): Promise<void>;
}

/**
 * Sends a request on. A client that still sends a body when its answer is there, as it is for one without a key,
 * gets that answer: the engine would hang up on it if nobody read on.
 * @param to finds the one who answers; it may read a copy of the request, and change its headers
 */
export async function forward(request: Request, to: (request: Request) => Promise<Fetcher>): Promise<Response> {
  const passage = await passageOf(request);
  const target = await to(passage.request);
  try {
    return await target.fetch(passage.request);
  } finally {
    await passage.drain();
  }
}

async function passageOf(request: Request): Promise<Passage> {
  const { method, headers, body, signal } = request;
  const nothing = (): Promise<void> => Promise.resolve();
  if (!body || method === 'GET' || method === 'HEAD') return { request: new Request(request), drain: nothing };
  const init = { method, headers, signal, redirect: 'manual' } as const;
  const length = Number(headers.get('Content-Length') ?? Infinity);
  if (length <= limits.body_bytes)
    return { request: new Request(request.url, { ...init, body: await request.arrayBuffer() }), drain: nothing };
  const upload = new Upload(body);
  const streamed = { ...init, body: upload.stream, duplex: 'half' } as RequestInit;
  return { request: new Request(request.url, streamed), drain: () => upload.drain() };
}

/** A body of any length, read from the wire as it is asked for. */
class Upload {
  readonly stream: ReadableStream<Uint8Array>;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #read = 0;

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader();
    const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
      const part = await this.#next();
      if (part) controller.enqueue(part);
      else controller.close();
    };
    this.stream = new ReadableStream({ pull }, { highWaterMark: 0 });
  }

  /** Reads what nobody has asked for to its end, up to a limit. */
  async drain(): Promise<void> {
    try {
      while (this.#read <= DRAINED && (await this.#next()));
    } catch {
      // The client is gone.
    }
  }

  async #next(): Promise<Uint8Array | undefined> {
    const { value } = await this.#reader.read();
    this.#read += value?.length ?? 0;
    return value;
  }
}

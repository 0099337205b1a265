import type { Clock } from '../clock.ts';
import { ConnectionCut } from '../http/connection-cut.ts';
import type { Beginning, Client } from '../http/request-context.ts';

/** The engine's stream that promises so many bytes, in `Content-Length`. */
declare const FixedLengthStream: new (bytes: number) => TransformStream<Uint8Array, Uint8Array>;

/** Milliseconds after which what was written has left: what breaks at once arrives not at all. */
const FLUSHED_AFTER = 50;

/** Who has sent a request to an object, and what arrives of an answer whose connection is cut. */
export class ObjectClient implements Client {
  readonly address: string;
  readonly #request: Request;
  #beginning: Beginning | undefined;

  constructor(request: Request, address: string) {
    this.#request = request;
    this.address = address;
  }

  async readBody(): Promise<Uint8Array> {
    return new Uint8Array(await this.#request.arrayBuffer());
  }

  cut(beginning?: Beginning): void {
    this.#beginning = beginning;
  }

  /**
   * Lets an answer fail as its recipe says.
   * @param error what the sandbox has thrown in its place
   * @returns its beginning
   * @throws the error, which the engine takes for a broken connection: it hangs up on the client without a word
   */
  answerCut(error: unknown, clock: Clock): Response {
    if (!(error instanceof ConnectionCut)) throw error;
    if (!this.#beginning) throw Object.assign(error, { retryable: true });
    const { status, headers, bytes } = this.#beginning;
    const stream = new FixedLengthStream(Number(headers.get('Content-Length')));
    void breakOff(stream.writable.getWriter(), bytes, { error, clock });
    return new Response(stream.readable, { status, headers });
  }
}

async function breakOff(
  writer: WritableStreamDefaultWriter<Uint8Array>,
  bytes: Uint8Array,
  { error, clock }: { readonly error: Error; readonly clock: Clock },
): Promise<void> {
  try {
    await writer.write(bytes);
    await new Promise<void>((resolve) => clock.wake(clock.now() + FLUSHED_AFTER, resolve));
    await writer.abort(error);
  } catch {
    // The client is gone.
  }
}

/** Whether an object has thrown an error to have the connection cut. The engine keeps its text, and nothing else of it. */
export function isCut(error: unknown): boolean {
  return error instanceof Error && ConnectionCut.isText(error.message);
}

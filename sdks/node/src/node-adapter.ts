import { WebhookVerificationError } from './errors.ts';
import type { RawBody } from './verify.ts';

/** What an adapter uses of Node's `IncomingMessage`, and of what frameworks add to it. */
export interface NodeRequest extends AsyncIterable<unknown> {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  readableEnded?: boolean;
  body?: unknown;
  rawBody?: unknown;
}

export interface NodeResponse {
  statusCode: number;
  end(text?: string): unknown;
}

/** Far more than an event takes. */
const MOST_BYTES = 4_000_000;

export async function answerNode(
  handle: (body: RawBody) => Promise<unknown>,
  request: NodeRequest,
  response: NodeResponse,
  next?: (error: unknown) => void,
): Promise<void> {
  const answer = (status: number, text?: string): void => {
    response.statusCode = status;
    response.end(text);
  };
  try {
    await handle(await bodyOf(request));
    answer(204);
  } catch (error) {
    if (error instanceof WebhookVerificationError) answer(400, error.message);
    else if (next) next(error);
    else {
      console.error(error);
      answer(500);
    }
  }
}

/** What a parser has left of the body, else the stream. A parsed body is handed on: it is refused with a sentence. */
async function bodyOf(request: NodeRequest): Promise<RawBody> {
  const { rawBody, body, readableEnded } = request;
  if (rawBody !== undefined) return rawBody as RawBody;
  if (readableEnded || typeof body === 'string' || body instanceof Uint8Array) return body as RawBody;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : (chunk as Uint8Array);
    length += bytes.length;
    if (length > MOST_BYTES) throw new WebhookVerificationError('The body is longer than any event');
    chunks.push(bytes);
  }
  const whole = new Uint8Array(length);
  chunks.reduce((at, bytes) => (whole.set(bytes, at), at + bytes.length), 0);
  return whole;
}

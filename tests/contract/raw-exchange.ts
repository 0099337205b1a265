import { connect } from 'node:net';

/** A response as it came over the wire. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/**
 * Sends texts, each after the response to the one before it, and returns all responses. Ends when the server closes the connection; after
 * the last text it is asked to.
 */
export function exchangeRaw(port: number, texts: readonly string[]): Promise<RawResponse[]> {
  return new Promise((resolve, reject) => {
    let received = '';
    let sent = 0;
    const sendNext = (): void => {
      const next = texts[sent];
      sent += 1;
      if (next !== undefined) socket.write(next, 'latin1');
      else socket.end();
    };
    const socket = connect(port, '127.0.0.1', sendNext);
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => {
      received += part;
      if (responsesIn(received).length >= sent) sendNext();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(responsesIn(received)));
  });
}

/** The complete responses in a text; a 100 Continue is none. */
export function responsesIn(text: string): RawResponse[] {
  const responses: RawResponse[] = [];
  for (let rest = text; ;) {
    const end = rest.indexOf('\r\n\r\n');
    if (end === -1) return responses;
    const [line = '', ...fields] = rest.slice(0, end).split('\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(line)?.[1]);
    const headers = new Headers(fields.map((field): [string, string] => [nameOf(field), valueOf(field)]));
    const content = bodyOf(status, headers, rest.slice(end + 4));
    if (!content) return responses;
    if (status !== 100) responses.push({ status, headers, body: content.body });
    rest = rest.slice(end + 4 + content.length);
  }
}

const nameOf = (field: string): string => field.slice(0, field.indexOf(':'));
const valueOf = (field: string): string => field.slice(field.indexOf(':') + 1).trim();

/** Undefined where it has not come in full. */
function bodyOf(status: number, headers: Headers, text: string): { body: string; length: number } | undefined {
  if (status === 100 || status === 204) return { body: '', length: 0 };
  if (headers.get('Transfer-Encoding') === 'chunked') return chunksIn(text);
  const length = Number(headers.get('Content-Length') ?? 0);
  return text.length < length ? undefined : { body: text.slice(0, length), length };
}

function chunksIn(text: string): { body: string; length: number } | undefined {
  let body = '';
  for (let at = 0; ;) {
    const line = text.indexOf('\r\n', at);
    if (line === -1) return undefined;
    const size = Number.parseInt(text.slice(at, line), 16);
    if (text.length < line + 2 + size + 2) return undefined;
    body += text.slice(line + 2, line + 2 + size);
    at = line + 2 + size + 2;
    if (size === 0) return { body, length: at };
  }
}

import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { StubAnswer } from './scenario.ts';
import { readRequest } from './seen-request.ts';
import type { RequestRecord } from './seen-request.ts';

/** Answers by a script, one entry a request, byte for byte: what no decent server does. */
export class StubServer {
  readonly requests: RequestRecord[] = [];
  readonly #answers: StubAnswer[];
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  constructor(answers: readonly StubAnswer[]) {
    this.#answers = [...answers];
    this.#server = createServer((socket) => this.#serve(socket));
  }

  /** @returns the address, without a slash at the end */
  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    // A client may leave at any time.
    socket.on('error', () => undefined);
    let received: Buffer = Buffer.alloc(0);
    socket.on('data', (part: Buffer) => {
      received = Buffer.concat([received, part]);
      for (let read = readRequest(received); read; read = readRequest(received)) {
        received = received.subarray(read.length);
        this.requests.push(read.request);
        void this.#answer(socket, this.#answers.shift());
      }
    });
  }

  async #answer(socket: Socket, answer: StubAnswer | undefined): Promise<void> {
    // More requests than the script has: the judge sees their number.
    if (!answer) return void socket.end(bytesOf({ status: 599, json: { error: { code: 'no_more_answers' } } }));
    if (answer.silent) return;
    if (answer.delay_ms !== undefined) await pause(answer.delay_ms);
    const bytes = bytesOf(answer);
    const end = answer.reset_after ?? answer.cut_after ?? bytes.length;
    const size = answer.pieces ?? Math.max(end, 1);
    for (let at = 0; at < end; at += size) {
      socket.write(bytes.subarray(at, Math.min(at + size, end)));
      if (size < end) await pause(2);
    }
    if (answer.reset_after !== undefined) {
      // What was written before must have left, else the reset overtakes it.
      await pause(20);
      socket.resetAndDestroy();
    } else if (answer.cut_after !== undefined) socket.end();
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

function bytesOf({ status = 200, headers = {}, json, body, chunked }: StubAnswer): Buffer {
  const text = body ?? (json === undefined ? '' : JSON.stringify(json));
  const content = Buffer.from(text);
  const all: Record<string, string> = {
    ...(json !== undefined && { 'Content-Type': 'application/json' }),
    ...(status !== 204 &&
      (chunked ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': String(content.length) })),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${dated(value)}\r\n`);
  const head = Buffer.from(`HTTP/1.1 ${status} Status\r\n${lines.join('')}\r\n`);
  const chunk = [Buffer.from(`${content.length.toString(16)}\r\n`), content, Buffer.from('\r\n0\r\n\r\n')];
  return Buffer.concat([head, ...(chunked ? chunk : [content])]);
}

/** `in 3 seconds` → an HTTP date; whole seconds, so up to one less is left of it. */
function dated(value: string): string {
  const seconds = /^in (\d+) seconds$/.exec(value)?.[1];
  return seconds === undefined ? value : new Date(Date.now() + Number(seconds) * 1000).toUTCString();
}

import type { ServerResponse } from 'node:http';
import type { Beginning, Client } from '../http/request-context.ts';
import type { WithRawBody } from './raw-body.ts';

/** Who is at the other end. */
export class Peer implements Client {
  readonly #incoming: WithRawBody;
  readonly #outgoing: ServerResponse;
  readonly #trustProxy: boolean;

  constructor(incoming: WithRawBody, outgoing: ServerResponse, trustProxy: boolean) {
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    this.#trustProxy = trustProxy;
  }

  /** The peer's address or, behind a trusted proxy, the one that the proxy saw. */
  get address(): string {
    const { headers, socket } = this.#incoming;
    const forwarded = this.#trustProxy ? headers['x-forwarded-for'] : undefined;
    const last = [forwarded ?? []].flat().join(',').split(',').at(-1)?.trim();
    return last || (socket.remoteAddress ?? '');
  }

  async readBody(limit: number): Promise<Uint8Array> {
    const { rawBody } = this.#incoming;
    if (rawBody) return rawBody;
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of this.#incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= limit) break;
    }
    return Buffer.concat(chunks);
  }

  cut(beginning?: Beginning): void {
    const { socket } = this.#incoming;
    if (!beginning) return void socket.destroy();
    const { status, headers, bytes } = beginning;
    this.#outgoing.writeHead(status, Object.fromEntries(headers)).write(bytes);
    socket.destroySoon();
  }
}

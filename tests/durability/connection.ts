import { Agent, request as openRequest } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** One keep-alive connection to a mock. */
export class Connection {
  readonly #base: URL;
  readonly #outlivesIdling: boolean;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  /** @param outlivesIdling true: where the server has closed it in a pause, it is opened anew */
  constructor(base: string, outlivesIdling = false) {
    this.#base = new URL(base);
    this.#outlivesIdling = outlivesIdling;
  }

  /**
   * Sends a request.
   * @param body text is sent as it is, anything else as JSON
   * @throws when the connection breaks before the whole answer is there
   */
  send(
    key: string,
    method: string,
    path: string,
    body?: unknown,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const length = text === undefined ? {} : { 'Content-Length': Buffer.byteLength(text) };
    const type = text === undefined ? {} : { 'Content-Type': 'application/json' };
    const { hostname, port } = this.#base;
    return new Promise((resolve, reject) => {
      const headers = { Authorization: `Bearer ${key}`, ...type, ...length, ...more };
      const sent = openRequest({ agent: this.#agent, hostname, port, method, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          if (!response.complete) return reject(new Error('The answer broke off'));
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
        });
      });
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // The server hung up because nothing was asked for too long: nothing of this request was read.
        const isStale = this.#outlivesIdling && sent.reusedSocket && error.code === 'ECONNRESET';
        if (isStale) resolve(this.send(key, method, path, body, more));
        else reject(error);
      });
      sent.end(text);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

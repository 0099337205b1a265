import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { isObject } from './differences.ts';
import type { Interception } from './scenario.ts';
import { recordOf } from './seen-request.ts';
import type { RequestRecord } from './seen-request.ts';

/** Stands before the mock: notes every request, and meddles with those that a scenario names. */
export class RecordingProxy {
  readonly requests: RequestRecord[] = [];
  readonly #target: string;
  readonly #key: string;
  readonly #rules: readonly Interception[];
  readonly #seen = new Map<string, number>();
  readonly #server: Server;

  /** @param key of the workspace, for what others do meanwhile */
  constructor(target: string, key: string, rules: readonly Interception[] = []) {
    this.#target = target;
    this.#key = key;
    this.#rules = rules;
    this.#server = createServer((request, response) => {
      this.#pass(request, response).catch(() => response.destroy());
    });
  }

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
    );
    const body = await text(request);
    // Waits of the library move the clock, and browsers ask before they send: no calls of the library.
    if (url.startsWith('/_sandbox') || method === 'OPTIONS') return this.#forward(method, url, headers, body, response);
    this.requests.push(recordOf(method, url, headers, body));
    const rule = this.#ruleFor(`${method} ${url.split('?')[0]}`);
    for (const { method: by, path, body: sent } of rule?.before ?? []) await this.#asSomebodyElse(by, path, sent);
    await this.#forward(method, url, headers, body, response, rule);
  }

  #ruleFor(address: string): Interception | undefined {
    const count = (this.#seen.get(address) ?? 0) + 1;
    this.#seen.set(address, count);
    return this.#rules.find(({ when, nth = 1 }) => when === address && nth === count);
  }

  async #forward(
    method: string,
    url: string,
    headers: Record<string, string>,
    body: string,
    response: ServerResponse,
    rule?: Interception,
  ): Promise<void> {
    const { host: _, connection: __, 'content-length': ___, 'transfer-encoding': ____, ...sent } = headers;
    const answer = await fetch(`${this.#target}${url}`, {
      method,
      headers: sent,
      redirect: 'manual',
      ...(body !== '' && { body }),
    });
    const told = Object.fromEntries(answer.headers);
    const got = await answer.text();
    if (rule?.lose_answer) return void response.destroy();
    delete told['content-encoding'];
    delete told['transfer-encoding'];
    delete told['connection'];
    const changed = rule?.merge === undefined ? got : JSON.stringify(merged(JSON.parse(got), rule.merge));
    if (answer.status !== 204) told['content-length'] = String(Buffer.byteLength(changed));
    response.writeHead(answer.status, told).end(changed);
  }

  async #asSomebodyElse(method: string, path: string, body: unknown): Promise<void> {
    const answer = await fetch(`${this.#target}${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.#key}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  }
}

function merged(value: unknown, change: unknown): unknown {
  if (!isObject(value) || !isObject(change)) return change;
  const names = Object.entries(change).map(([name, member]) => [name, merged(value[name], member)]);
  return { ...value, ...Object.fromEntries(names) } as unknown;
}

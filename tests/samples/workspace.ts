/** The sandbox over HTTP that samples are sent to, each in a workspace of its own. */
import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Operation } from '../../src/openapi/model/operations.ts';
import { startMock } from '../../src/sandbox/node/mock.ts';
import type { Mock } from '../../src/sandbox/node/mock.ts';
import { operations } from '../contract/contract.ts';

export interface Answer {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

const finished = channel('http.server.response.finish');

/** A mock that keeps what it answered, by the key that it was sent; '' where it was sent none. */
export class WatchedMock {
  readonly url: string;
  readonly #mock: Mock;
  readonly #answers = new Map<string, Answer[]>();

  private constructor(mock: Mock) {
    this.#mock = mock;
    this.url = mock.url;
    finished.subscribe(this.#note);
  }

  static async start(): Promise<WatchedMock> {
    return new WatchedMock(await startMock({ port: 0 }));
  }

  answersTo(key: string): readonly Answer[] {
    return this.#answers.get(key) ?? [];
  }

  async close(): Promise<void> {
    finished.unsubscribe(this.#note);
    await this.#mock.close();
  }

  /** The code as it stands on a page, sent here in place of the live API, with the keys of one workspace. */
  adapted(code: string, workspace: string): string {
    return code
      .replaceAll(/https:\/\/(?:api|app)\.orbinto\.com|http:\/\/127\.0\.0\.1:4010/g, this.url)
      .replaceAll(/\bsk_test_(read|write|admin|free|basic|professional|enterprise)\b/g, `sk_test_${workspace}_$1`);
  }

  readonly #note = (message: unknown): void => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (`http://${request.headers.host}` !== this.url) return;
    const key = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const { method = '', url = '' } = request;
    const answer = { method, path: url.split('?')[0] ?? '', status: response.statusCode };
    this.#answers.set(key, [...this.answersTo(key), answer]);
  };
}

let workspaces = 0;

/** The name of a workspace that nobody else uses: the key is `sk_test_` and this. */
export function freshWorkspace(): string {
  workspaces += 1;
  return `reader${String(workspaces).padStart(4, '0')}`;
}

/** The operation that a request was for; `undefined` where the API has none there. */
export function operationAt({ method, path }: Pick<Answer, 'method' | 'path'>): Operation | undefined {
  const matches = (template: string): boolean =>
    new RegExp(`^/v1${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);
  return operations.find((operation) => operation.method.toUpperCase() === method && matches(operation.path));
}

/** Orders a failure recipe for the next requests or events of a workspace. @returns the answer */
export async function orderRecipe(base: string, workspace: string, recipe: string, count = 1): Promise<unknown> {
  const response = await fetch(`${base}/_sandbox/faults`, {
    method: 'PUT',
    headers: { Authorization: `Bearer sk_test_${workspace}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ recipe, count }),
  });
  if (!response.ok) throw new Error(`${recipe}: ${await response.text()}`);
  return response.json();
}

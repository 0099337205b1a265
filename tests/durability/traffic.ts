import { Random } from '../../src/sandbox/random.ts';
import type { Connection } from './connection.ts';

/** One request of the load. */
interface Task {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly key?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Is told the id of the record that was answered. */
  readonly done?: (id: string) => void;
}

export interface TrafficSize {
  /** How many workspaces are used besides the seeded one. */
  readonly workspaces: number;
  /** How many addresses ask without a key. */
  readonly addresses: number;
}

const LEVELS = ['', '_read', '_write', '_admin'];
const PLANS = ['', '_free', '_basic', '_professional', '_enterprise'];

/** The requests of one client: reads, changes and mistakes, while the number of its records stays the same. */
export class Traffic {
  readonly #random: Random;
  readonly #size: TrafficSize;
  readonly #contacts: string[] = [];
  readonly #webhooks: string[] = [];
  #count: number;

  /** @param client its number: no two clients have the same */
  constructor(client: number, clients: number, size: TrafficSize) {
    this.#random = new Random(`soak ${client}`);
    this.#size = size;
    this.#count = client * Math.ceil(size.workspaces / clients);
  }

  /** Sends one request. @throws for an answer of another status than it has to have */
  async step(connection: Connection): Promise<void> {
    const { method, path, body, status, key = 'sk_test_admin', headers, done } = this.#next();
    const answer = await connection.send(key, method, path, body, headers);
    if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    done?.((JSON.parse(answer.text) as { id: string }).id);
  }

  #next(): Task {
    this.#count += 1;
    const draw = this.#random.next();
    if (draw < 0.45) return this.#read();
    if (draw < 0.57) return this.#mistake();
    if (draw < 0.77) return this.#update('sk_test_admin');
    if (draw < 0.87) return this.#comeAndGo();
    if (draw < 0.9) return this.#subscribe();
    if (draw < 0.92) return this.#assign();
    return this.#update(this.#ofSomeWorkspace());
  }

  #read(): Task {
    const path = this.#random.pick([
      '/v1/contacts/con_abc123',
      '/v1/conversations?limit=5',
      '/v1/visitors/vis_abc123/sessions',
      `/v1/contacts?per_page=3&page=${this.#random.between(1, 20)}`,
    ]);
    return { method: 'GET', path, status: 200, key: this.#random.pick(['sk_test_admin', 'sk_test_read']) };
  }

  #mistake(): Task {
    const address = `10.${this.#count % 200}.${Math.floor(this.#count / 200) % 200}.${this.#count % 7}`;
    const headers = { 'X-Forwarded-For': this.#count % this.#size.addresses === 0 ? '10.9.9.9' : address };
    return this.#random.pick<Task>([
      { method: 'GET', path: `/v1/contacts/con_${this.#count}`, status: 404 },
      { method: 'GET', path: '/v1/contacts', status: 401, key: 'sk_test_no', headers },
      { method: 'GET', path: '/v1/contacts', status: 401, key: `at_test_${'x'.repeat(65)}`, headers },
      { method: 'PUT', path: '/v1/contacts', status: 405 },
      { method: 'POST', path: '/v1/contacts', status: 422, body: { email: this.#count } },
      { method: 'POST', path: '/v1/contacts', status: 400, body: '{' },
      { method: 'GET', path: `/v1/contacts?page=${-this.#count}`, status: 400 },
    ]);
  }

  #update(key: string): Task {
    const id = this.#random.pick(['con_abc123', 'con_def456', 'con_ghi789']);
    return { method: 'PATCH', path: `/v1/contacts/${id}`, status: 200, key, body: { name: `Name ${this.#count}` } };
  }

  #comeAndGo(): Task {
    const oldest = this.#contacts.length >= 5 ? this.#contacts.shift() : undefined;
    if (oldest) return { method: 'DELETE', path: `/v1/contacts/${oldest}`, status: 204 };
    const email = `soak.${this.#random.between(0, 1e15).toString(36)}@example.com`;
    const done = (id: string): void => void this.#contacts.push(id);
    return { method: 'POST', path: '/v1/contacts', status: 201, body: { email }, done };
  }

  #subscribe(): Task {
    const oldest = this.#webhooks.shift();
    if (oldest) return { method: 'DELETE', path: `/v1/webhooks/${oldest}`, status: 204 };
    const body = { url: `https://soak.example.com/${this.#count}`, events: ['chatbot.triggered'] };
    const done = (id: string): void => void this.#webhooks.push(id);
    return { method: 'POST', path: '/v1/webhooks', status: 201, body, done };
  }

  #assign(): Task {
    const body = { operator_id: this.#random.pick(['op_abc123', 'op_xyz789']) };
    return { method: 'POST', path: '/v1/conversations/conv_abc123/assign', status: 200, body };
  }

  /** A key of one workspace after the other, of any level that may write and any plan. */
  #ofSomeWorkspace(): string {
    const name = `soak${String(this.#count % this.#size.workspaces).padStart(6, '0')}`;
    const level = LEVELS.filter((one) => one !== '_read')[this.#count % 3] ?? '';
    return `sk_test_${name}${level}${PLANS[this.#count % PLANS.length]}`;
  }
}

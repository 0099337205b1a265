import type { Random } from '../../src/sandbox/random.ts';
import type { Answer, Connection } from './connection.ts';
import type { Ledger } from './ledger.ts';

const OPERATORS = ['op_xyz789', 'op_abc123'];
/** How many contacts a writer keeps: more are deleted before new ones are made. */
const MOST_CONTACTS = 40;
const MOST_WEBHOOKS = 3;

interface WriterOptions {
  /** Part of all names that it gives. */
  readonly label: string;
  readonly key: string;
  /** The one it writes to. */
  readonly conversation: string;
  readonly ledger: Ledger;
  readonly random: Random;
  /** Is told of every contact whose creation was answered. */
  readonly created: (id: string) => void;
}

interface Task {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  /** What the ledger calls the thing, and what becomes of it. */
  readonly name: string;
  readonly content: string | null;
  readonly done?: (id: string) => void;
}

/** One client that writes, a request at a time, to things which no other client touches. */
export class Writer {
  readonly #label: string;
  readonly #key: string;
  readonly #conversation: string;
  readonly #ledger: Ledger;
  readonly #random: Random;
  readonly #created: (id: string) => void;
  #count = 0;
  readonly #contacts = new Map<string, string>();
  readonly #webhooks = new Map<string, string>();

  constructor({ label, key, conversation, ledger, random, created }: WriterOptions) {
    this.#label = label;
    this.#key = key;
    this.#conversation = conversation;
    this.#ledger = ledger;
    this.#random = random;
    this.#created = created;
  }

  /**
   * Writes until the connection breaks.
   * @returns how many requests were answered
   * @throws for an answer that is no success
   */
  async run(connection: Connection, isOver: () => boolean): Promise<number> {
    for (let answered = 0; ; answered += 1) {
      const task = this.#next();
      this.#ledger.asked(task.name, task.content);
      const answer = await connection.send(this.#key, task.method, task.path, task.body).catch(() => undefined);
      if (answer === undefined) {
        if (isOver()) return answered;
        throw new Error(`${task.method} ${task.path}: the connection broke while the mock ran`);
      }
      if (answer.status >= 300) throw new Error(`${task.method} ${task.path}: ${answer.status} ${answer.text}`);
      this.#ledger.answered(task.name);
      task.done?.(idOf(answer));
    }
  }

  /** Takes up what is there after a restart. @param ids of contacts and webhooks, by what the ledger calls them */
  adopt(ids: ReadonlyMap<string, string>): void {
    this.#contacts.clear();
    this.#webhooks.clear();
    for (const [name, id] of ids) {
      if (name.startsWith(`contact ${this.#label}.`)) this.#contacts.set(name, id);
      if (name.startsWith(`webhook https://${this.#label}.`)) this.#webhooks.set(name, id);
    }
  }

  #next(): Task {
    this.#count += 1;
    const draw = this.#random.next();
    if (draw < 0.1) return this.#webhook();
    if (draw < 0.2) return this.#note();
    if (draw < 0.3) return this.#assign();
    if (this.#contacts.size === 0 || draw < 0.5) return this.#create();
    const [name, id] = this.#random.pick([...this.#contacts]);
    if (this.#contacts.size < MOST_CONTACTS && draw < 0.8) return this.#update(name, id);
    const done = (): void => void this.#contacts.delete(name);
    return { method: 'DELETE', path: `/v1/contacts/${id}`, name, content: null, done };
  }

  #create(): Task {
    const email = `${this.#label}.${this.#random.between(0, 1e12).toString(36)}@kill.example.com`;
    const name = `contact ${email}`;
    const content = `Made ${this.#count}`;
    const done = (id: string): void => {
      this.#contacts.set(name, id);
      this.#created(id);
    };
    return { method: 'POST', path: '/v1/contacts', body: { email, name: content }, name, content, done };
  }

  #update(name: string, id: string): Task {
    const content = `Changed ${this.#count}`;
    return { method: 'PATCH', path: `/v1/contacts/${id}`, body: { name: content }, name, content };
  }

  #webhook(): Task {
    const [oldest] = this.#webhooks;
    if (oldest && this.#webhooks.size >= MOST_WEBHOOKS) {
      const [name, id] = oldest;
      const done = (): void => void this.#webhooks.delete(name);
      return { method: 'DELETE', path: `/v1/webhooks/${id}`, name, content: null, done };
    }
    const url = `https://${this.#label}.example.com/kill/${this.#random.between(0, 1e12)}`;
    const name = `webhook ${url}`;
    const events = ['message.created', 'contact.updated'];
    const done = (id: string): void => void this.#webhooks.set(name, id);
    return { method: 'POST', path: '/v1/webhooks', body: { url, events }, name, content: events.join(), done };
  }

  #note(): Task {
    const text = `${this.#label} notes ${this.#random.between(0, 1e12)}`;
    const body = { type: 'note', body: text, operator_id: OPERATORS[0] };
    const path = `/v1/conversations/${this.#conversation}/messages`;
    return { method: 'POST', path, body, name: `note ${text}`, content: 'written' };
  }

  #assign(): Task {
    const operator_id = this.#random.pick(OPERATORS);
    const path = `/v1/conversations/${this.#conversation}/assign`;
    const name = `conversation ${this.#conversation} of ${this.#key}`;
    return { method: 'POST', path, body: { operator_id }, name, content: operator_id };
  }
}

function idOf({ text }: Answer): string {
  return text === '' ? '' : (JSON.parse(text) as { id: string }).id;
}

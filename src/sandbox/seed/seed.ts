import { createBase } from '../records/collection.ts';
import type { Base } from '../records/collection.ts';
import { COLLECTIONS } from '../records/collections.ts';
import type { Kind, Records } from '../records/collections.ts';
import { chatbots } from './chatbots.ts';
import { contacts } from './contacts.ts';
import { assignments, messages, conversations } from './conversations.ts';
import { operators } from './operators.ts';
import { pageviews, sessions, stories } from './visitors.ts';
import { webhooks } from './webhooks.ts';

type Makers = { readonly [K in Kind]: () => readonly Records[K][] };

/** The records that every workspace starts with. Each kind is made when it is first asked for. */
export class Seed {
  /** Another number gives other records; those that the documentation names stay. */
  readonly number: number;
  readonly #makers: Makers;
  readonly #bases = new Map<Kind, unknown>();

  constructor(number = 1) {
    this.number = number;
    this.#makers = makersOf(number);
  }

  base<K extends Kind>(kind: K): Base<Records[K]> {
    const known = this.#bases.get(kind) as Base<Records[K]> | undefined;
    if (known) return known;
    const base = createBase<Records[K]>(this.#makers[kind](), COLLECTIONS[kind]);
    this.#bases.set(kind, base);
    return base;
  }
}

function makersOf(seed: number): Makers {
  const told = once(() => stories(seed));
  const spoken = once(() => conversations(seed));
  return {
    contacts: () => contacts(seed),
    conversations: () => spoken().map(({ conversation }) => conversation),
    messages: () => messages(spoken()),
    visitors: () => told().map(({ visitor }) => visitor),
    sessions: () => sessions(told()),
    pageviews: () => pageviews(told()),
    chatbots,
    operators,
    assignments: () => assignments(spoken()),
    webhooks,
    secrets: () => [],
    events: () => [],
    deliveries: () => [],
    settings: () => [],
    undos: () => [],
  };
}

/** Makes a value when it is first asked for. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

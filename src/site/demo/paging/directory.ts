import type { PrivateSandbox } from '../../../sandbox/browser.ts';
import { liveUrl } from '../../session/addresses.ts';

/** A contact, as far as the tool shows it. */
export interface Entry {
  readonly id: string;
  readonly name: string;
}

/** One page of a list, as the API answers it. */
export interface PageAnswer {
  readonly data: readonly Entry[];
  readonly pagination: { readonly has_more: boolean; readonly next_cursor?: string | null };
}

/** The contacts of the tool have a tag of their own: the sample data stays out of its list. */
const TAG = 'staff';
const FIRST = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gus', 'Hana', 'Ines'];
const LATER = ['Jon', 'Kim', 'Lou', 'Mia', 'Noor', 'Otto', 'Pia', 'Quin', 'Rosa', 'Sam', 'Tess', 'Uma', 'Vic'];
/** The plan with the largest budget; the clock moves with each call, so it is never used up. */
const KEY = 'sk_test_seepages_enterprise';
const SECOND = 1000;

/** A list of contacts in a sandbox that is nobody else's. Every read and change is a call of the API. */
export class Directory {
  readonly #sandbox: PrivateSandbox;
  #entries: readonly Entry[] = [];
  #made = 0;

  private constructor(sandbox: PrivateSandbox) {
    this.#sandbox = sandbox;
  }

  /** Makes the list: Ada first, which is the newest. */
  static async open(sandbox: PrivateSandbox): Promise<Directory> {
    const directory = new Directory(sandbox);
    for (const name of FIRST.toReversed()) await directory.#create(name);
    return directory;
  }

  /** The list as it is now, newest first: what the calls of this class have made of it. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Whether there is a name left for another contact. */
  get hasRoom(): boolean {
    return this.#made < FIRST.length + LATER.length;
  }

  /** Adds a contact, which becomes the first of the list. */
  async add(): Promise<Entry> {
    const name = LATER[this.#made - FIRST.length];
    if (name === undefined) throw new Error('there are no names left: start again');
    return this.#create(name);
  }

  /** Deletes a contact, unless it is deleted already: a press may come twice. */
  async remove(id: string): Promise<void> {
    if (!this.#entries.some((entry) => entry.id === id)) return;
    await this.#call('DELETE', `/contacts/${id}`);
    this.#entries = this.#entries.filter((entry) => entry.id !== id);
  }

  /** @param query what follows the filter, such as `page=2&per_page=3` */
  async read(query: string): Promise<PageAnswer> {
    return (await this.#call('GET', `/contacts${search(query)}`)) as PageAnswer;
  }

  async #create(name: string): Promise<Entry> {
    const contact = { name, email: `${name.toLowerCase()}@example.com`, tags: [TAG] };
    const { id } = (await this.#call('POST', '/contacts', contact)) as Entry;
    const entry = { id, name };
    this.#made += 1;
    this.#entries = [entry, ...this.#entries];
    return entry;
  }

  async #call(method: string, target: string, body?: object): Promise<unknown> {
    this.#sandbox.advance(SECOND);
    const headers = { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await this.#sandbox.fetch(new Request(`${liveUrl}${target}`, init));
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${target} was answered with ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}

/** The query string of a list request of the tool. */
export function search(query: string): string {
  return `?tag=${TAG}&${query}`;
}

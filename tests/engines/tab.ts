/** What a fact about the site may do with a browser, whichever program drives it. */
import type { Wanted } from './page-side.ts';

/** A tab of a browser, or a window that another tab opened. */
export interface Tab {
  /** Opens an address of the site, e.g. `/errors/`, and waits until it is loaded. */
  goto(address: string): Promise<void>;
  reload(): Promise<void>;
  /**
   * Runs a function inside the page and gives its result, awaited.
   * @param work is sent as text: it sees its argument and the globals of the page only
   */
  run<A, R>(work: (argument: A) => R, argument: A): Promise<Awaited<R>>;
  /** Presses an element with the browser's own pointer, once exactly one is shown. */
  click(wanted: Wanted): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** Presses a key of the keyboard, alone or with Control. */
  press(key: Key, modifier?: 'Control'): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** The window that opens while something is done. */
  popup(work: () => Promise<void>): Promise<Tab>;
  isClosed(): Promise<boolean>;
}

export type Key = 'Enter' | 'Escape' | 'a' | 'k' | 'v';

/** A reader who has never been here: storage of his own, for all of his tabs. */
export interface Profile {
  open(): Promise<Tab>;
  close(): Promise<void>;
}

/** A running browser. */
export interface Engine {
  /** @param base the site's address, without a slash at its end */
  newProfile(base: string): Promise<Profile>;
  close(): Promise<void>;
}

/**
 * Asks again and again until there is an answer.
 * @throws after 60 s, with what was waited for: a busy machine takes its time
 */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined>): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null) return answer;
    if (Date.now() > end) throw new Error(`Waited 60 s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** A wanted element as one would say it, for messages. */
export function inWords({ role, name, within }: Wanted): string {
  return `${role}${name === undefined ? '' : ` “${name}”`}${within ? ` in ${inWords(within)}` : ''}`;
}

/** A call of a function as text, for drivers that run text. */
export function callText<A>(work: (argument: A) => unknown, argument: A): string {
  return `(${work.toString()})(${JSON.stringify(argument)})`;
}

/** Runs inside the page, which may be an empty one on its way to an address of the site. */
export function findOnPage(wanted: Wanted): Element | null {
  return 'findOne' in globalThis ? globalThis.findOne(wanted) : null;
}

/** What a thing is in the mock, as text; null where there is none. */
export type Content = string | null;

/**
 * What must be in the mock: everything that was answered. What was asked for and never answered may be there or not, until
 * somebody looks; from then on it stays as it was found.
 */
export class Ledger {
  readonly #certain = new Map<string, string>();
  readonly #asked = new Map<string, Content>();

  /** How many things must be there. */
  get size(): number {
    return this.#certain.size;
  }

  asked(name: string, content: Content): void {
    this.#asked.set(name, content);
  }

  answered(name: string): void {
    this.#settle(name, this.#asked.get(name) ?? null);
  }

  /** Compares with what was found. @returns one line for each thing that is lost, came back or is not as it was answered */
  compare(found: ReadonlyMap<string, string>): string[] {
    const faults: string[] = [];
    for (const name of new Set([...this.#certain.keys(), ...this.#asked.keys(), ...found.keys()])) {
      const actual = found.get(name) ?? null;
      const certain = this.#certain.get(name) ?? null;
      const isDoubtful = this.#asked.has(name) && this.#asked.get(name) === actual;
      if (actual !== certain && !isDoubtful) faults.push(`${name}: ${certain} was answered, ${actual} was found`);
      this.#settle(name, actual);
    }
    return faults;
  }

  #settle(name: string, content: Content): void {
    this.#asked.delete(name);
    if (content === null) this.#certain.delete(name);
    else this.#certain.set(name, content);
  }
}

import type { OpenApiDocument } from '../document/openapi-document.ts';
import type { Direction } from '../schema/fields.ts';
import type { Exchange } from './har.ts';
import { operationFinder } from './match-operation.ts';
import { traceExchange } from './trace-exchange.ts';
import type { Tracer } from './trace-value.ts';
import { plainValue } from './trace-value.ts';
import type { OperationUsage, PlaceUsage, Usage } from './usage.ts';

/** What the exchanges of a HAR use of an API, and how many of them are none of it. */
export interface ExchangeUsage extends Usage {
  matched: number;
  others: number;
}

/** A longer text is no name, and a place with more values has no list of them. */
const LONGEST_WORD = 100;
const MOST_VALUES = 500;

/**
 * What exchanges use of an API: operations by method and path template; of them the parameters, fields and values that were sent, and
 * the statuses, headers, fields and values that came.
 * @param documents The versions whose changes will be looked at: each names places in its own way
 */
export function usageOfExchanges(exchanges: readonly Exchange[], documents: readonly OpenApiDocument[]): ExchangeUsage {
  const known = documents.map((document) => ({ document, find: operationFinder(document) }));
  const collected = new Collected();
  let matched = 0;
  for (const exchange of exchanges) {
    const note = collected.exchange();
    const found = known.flatMap(({ document, find }) => {
      const operation = find(exchange);
      return operation ? [{ document, operation }] : [];
    });
    for (const { document, operation } of found)
      traceExchange(exchange, { document, operation }, note(operation.operationId));
    if (found.length > 0) collected.addresses.push(`${exchange.url.origin}${exchange.url.pathname}`);
    if (found.length > 0) matched += 1;
  }
  return { ...collected.usage(), matched, others: exchanges.length - matched };
}

type MutablePlace = { [key in keyof PlaceUsage]: PlaceUsage[key] extends number ? number : Set<string> };

interface Noted {
  calls: number;
  places: Record<Direction, Map<string, MutablePlace>>;
}

/** Takes down what is found, each place once an exchange. */
class Collected {
  readonly addresses: string[] = [];
  readonly #operations = new Map<string, Noted>();
  readonly #words = new Set<string>();

  /** Begins with another exchange. @returns what takes down what is found in it, by operation */
  exchange(): (operationId: string) => { tracer: (direction: Direction) => Tracer; word: (text: string) => void } {
    const noted = new Set<string>();
    const first = (mark: string): boolean => !noted.has(mark) && noted.add(mark).size > 0;
    return (operationId) => {
      const operation = this.#operation(operationId);
      if (first(operationId)) operation.calls += 1;
      const word = (text: string): void => this.#word(text);
      return {
        word,
        tracer: (direction) => {
          const at = (place: string): MutablePlace => placeIn(operation.places[direction], place);
          const mark = (place: string, what: string): string => JSON.stringify([operationId, direction, place, what]);
          return {
            seen: (place, value) => {
              if (first(mark(place, 'seen'))) at(place).seen += 1;
              const plain = plainValue(value);
              if (plain === undefined) return;
              this.#word(plain);
              const { values } = at(place);
              if (plain.length <= LONGEST_WORD && values.size < MOST_VALUES) values.add(plain);
            },
            missing: (place) => {
              if (first(mark(place, 'missing'))) at(place).missing += 1;
            },
          };
        },
      };
    };
  }

  usage(): Usage {
    const operations: [string, OperationUsage][] = [...this.#operations];
    return { operations: new Map(operations), words: this.#words, addresses: this.addresses };
  }

  #operation(operationId: string): Noted {
    const fresh = (): Noted => ({ calls: 0, places: { request: new Map(), response: new Map() } });
    const known = this.#operations.get(operationId) ?? fresh();
    this.#operations.set(operationId, known);
    return known;
  }

  /** A text of several words may be a list of scopes. */
  #word(text: string): void {
    if (text.length > LONGEST_WORD) return;
    for (const word of [text, ...text.split(/\s+/)]) this.#words.add(word);
  }
}

function placeIn(places: Map<string, MutablePlace>, place: string): MutablePlace {
  const known = places.get(place) ?? { seen: 0, missing: 0, values: new Set<string>() };
  places.set(place, known);
  return known;
}

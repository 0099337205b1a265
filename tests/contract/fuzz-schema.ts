import type { OpenApiDocument, Schema } from '../../src/openapi/document/openapi-document.ts';
import { flatten } from '../../src/openapi/schema/flatten.ts';
import { typesOf } from '../../src/openapi/document/schema-types.ts';
import type { Random } from '../../src/sandbox/random.ts';
import { HOSTILE, wrongValue } from './fuzz-values.ts';

const MOST_ITEMS = 3;
const OPTIONAL = 0.6;

/** Draws values that a schema allows, as far as its keywords tell; patterns are met by its examples. */
export class Values {
  readonly #document: OpenApiDocument;
  readonly #random: Random;

  constructor(document: OpenApiDocument, random: Random) {
    this.#document = document;
    this.#random = random;
  }

  draw(schema: Schema | undefined, depth = 0): unknown {
    const random = this.#random;
    const flat = flatten(this.#document, schema);
    const variants = flat.oneOf ?? flat.anyOf;
    if (variants && variants.length > 0) return this.draw(random.pick(variants), depth + 1);
    if (flat.const !== undefined) return flat.const;
    if (flat.enum && flat.enum.length > 0) return random.pick(flat.enum);
    const types = typesOf(flat);
    if (types.length === 0) return wrongValue(random);
    const type = random.pick(types);
    if (type === 'object') return this.#object(flat, depth);
    if (type === 'array') return this.#array(flat, depth);
    if (flat.examples && flat.examples.length > 0 && random.chance(0.6)) return random.pick(flat.examples);
    if (type === 'string') return this.#text(flat);
    if (type === 'boolean') return random.chance(0.5);
    return random.between(flat.minimum ?? -5, flat.maximum ?? 200);
  }

  #object(flat: ReturnType<typeof flatten>, depth: number): object {
    const names = Object.entries(flat.properties ?? {}).filter(
      ([name]) => flat.required?.includes(name) === true || (depth < 6 && this.#random.chance(OPTIONAL)),
    );
    const entries = names.map(([name, schema]) => [name, this.draw(schema, depth + 1)] as [string, unknown]);
    if (flat.additionalProperties === true) entries.push([this.#random.pick(HOSTILE), wrongValue(this.#random)]);
    return Object.fromEntries(entries);
  }

  #array(flat: ReturnType<typeof flatten>, depth: number): unknown[] {
    const length = this.#random.between(flat.minItems ?? 0, Math.min(flat.maxItems ?? MOST_ITEMS, MOST_ITEMS));
    return Array.from({ length }, () => this.draw(flat.items, depth + 1));
  }

  #text({ format, minLength = 0 }: ReturnType<typeof flatten>): string {
    const number = this.#random.between(1, 500);
    if (format === 'email') return `fuzz${number}@example.com`;
    if (format === 'uri') return `https://hooks.example.com/${number}`;
    if (format === 'date-time') return `2026-02-${String(1 + (number % 28)).padStart(2, '0')}T10:00:00Z`;
    return this.#random.chance(0.7) ? `text ${number}` : this.#random.pick(HOSTILE).padEnd(minLength, 'x');
  }
}

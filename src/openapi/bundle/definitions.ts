import type { OpenApiDocument, Schema } from '../document/openapi-document.ts';
import { kebabCase } from '../model/naming.ts';
import { atPointer, isRecord, pointerName } from '../document/refs.ts';
import { SCHEMA_MAPS } from '../document/schema-maps.ts';

const DATA = new Set(['example', 'examples', 'default', 'enum', 'const']);

/**
 * Cuts schemas out of a document: `take` gives a copy whose `$ref`s are `#/$defs/…`, `definitions` all that the copies need.
 * Descriptions and examples of nested schemas stay, so that a form can show them.
 */
export class Definitions {
  readonly definitions: Record<string, Schema> = {};
  readonly #document: OpenApiDocument;
  readonly #names = new Map<string, string>();

  constructor(document: OpenApiDocument) {
    this.#document = document;
  }

  take(schema: Schema): Schema {
    return this.#copy(schema) as Schema;
  }

  #copy(node: unknown): unknown {
    if (Array.isArray(node)) return node.map((item) => this.#copy(item));
    if (!isRecord(node)) return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, this.#member(key, value)]));
  }

  #member(key: string, value: unknown): unknown {
    if (key === '$ref' && typeof value === 'string') return `#/$defs/${this.#define(value)}`;
    if (key === 'mapping' && isRecord(value)) return this.#mapping(value);
    if (key === 'defaultMapping' && typeof value === 'string') return this.#mapping({ value }).value;
    if (DATA.has(key) || key.startsWith('x-')) return value;
    if (SCHEMA_MAPS.has(key)) return this.#named(value);
    return this.#copy(value);
  }

  /** A property may have the name of a keyword. */
  #named(value: unknown): unknown {
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, this.#copy(schema)]));
  }

  #mapping(mapping: Record<string, unknown>): Record<string, string> {
    const entries = Object.entries(mapping).map(([value, target]) => {
      const ref = String(target).startsWith('#') ? String(target) : `#/components/schemas/${String(target)}`;
      return [value, `#/$defs/${this.#define(ref)}`] as const;
    });
    return Object.fromEntries(entries);
  }

  #define(ref: string): string {
    const known = this.#names.get(ref);
    if (known !== undefined) return known;
    const base = pointerName(ref).replace(/[^\w.-]+/g, '-') || kebabCase(ref);
    let name = base;
    for (let n = 2; Object.hasOwn(this.definitions, name); n += 1) name = `${base}-${n}`;
    this.#names.set(ref, name);
    this.definitions[name] = true;
    this.definitions[name] = this.take(atPointer(this.#document, ref) as Schema);
    return name;
  }
}

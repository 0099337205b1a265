import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import type { Direction } from './fields.ts';

/** What the making of an example knows of where it is. */
export interface Making {
  document: OpenApiDocument;
  direction: Direction;
  /** The schemas we are in, to end recursion. */
  path: SchemaObject[];
  /** Deeper than this, objects have required members only and lists are empty. */
  depth: number;
  /** How many more members may be made; what is begun below zero is thrown away. How many more values may be checked. */
  made: { left: number; checks: number };
  /** So many items or members are made at most, however many a schema wants. */
  most: number;
  /** A value of a schema that stands in the present one. */
  make: (schema: Schema) => unknown;
  /** Values of such a schema, the best first; they may not satisfy it. */
  candidates: (schema: Schema) => Generator<unknown>;
  fits: (schema: Schema, value: unknown) => boolean;
}

import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { many, soleWord } from './contains.ts';
import { stringifyExact } from '../../json-text/exact-number.ts';
import { conjuncts, flatten } from './flatten.ts';
import { sentenceOf } from './sentence.ts';

/** A longer test is not written into a title. */
const MAX_WRITTEN = 240;

/** What holds of a value only sometimes, or of a part of it that has no name. */
export interface Condition {
  /** `If country is US`, `Otherwise`, `With card`, `At least 2 items`, `Content`. */
  title: string;
  /** Members that it makes required. */
  required: string[];
  /** What it says then. */
  schema: Schema;
}

/** The conditions of a schema, each as a sentence: `if`, `dependentRequired`, `dependentSchemas`, `contains`, `contentSchema`. */
export function conditionsOf(document: OpenApiDocument, schema: Schema): Condition[] {
  const whole = flatten(document, schema);
  return conjuncts(whole).flatMap((flat) => [
    ...alternatives(document, flat, whole.required),
    ...Object.entries(flat.dependentRequired ?? {}).map(([name, required]) => ({
      title: `With ${name}`,
      required,
      schema: true,
    })),
    ...Object.entries(flat.dependentSchemas ?? {}).map(([name, then]) => condition(document, `With ${name}`, then)),
    ...contained(flat).map((title) => condition(document, title, flat.contains ?? true)),
    ...(flat.contentSchema === undefined ? [] : [condition(document, 'Content', flat.contentSchema)]),
  ]);
}

function condition(document: OpenApiDocument, title: string, schema: Schema): Condition {
  return { title, required: flatten(document, schema).required ?? [], schema };
}

function alternatives(
  document: OpenApiDocument,
  { if: test, then, else: otherwise }: SchemaObject,
  given: string[] = [],
): Condition[] {
  if (test === undefined) return [];
  const words = sentenceOf(document, test, given) ?? written(test);
  return [
    ...(then === undefined ? [] : [condition(document, `If ${words}`, then)]),
    ...(otherwise === undefined
      ? []
      : [condition(document, then === undefined ? `Unless ${words}` : 'Otherwise', otherwise)]),
  ];
}

/** A test that words cannot tell, as the document writes it: `it matches {"minProperties":3}`. */
function written(test: Schema): string {
  const text = stringifyExact(test);
  return text.length > MAX_WRITTEN ? 'its condition holds, which the OpenAPI document tells' : `it matches ${text}`;
}

/** `Contains at least 2 items`. What few words tell of them is a constraint. */
function contained({ contains, minContains = 1, maxContains }: SchemaObject): string[] {
  if (contains === undefined || soleWord(contains) !== undefined) return [];
  return [`Contains ${many(minContains, maxContains)} ${(maxContains ?? minContains) === 1 ? 'item' : 'items'}`];
}

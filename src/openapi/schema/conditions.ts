import { literalOf } from './constraints.ts';
import type { OpenApiDocument, Schema } from '../document/openapi-document.ts';
import { flatten } from './flatten.ts';
import { typeLabel } from './type-label.ts';

/** What holds of an object only sometimes. */
export interface Condition {
  /** `If country is US`, `Otherwise`, `With card`. */
  title: string;
  /** Members that it makes required. */
  required: string[];
  /** What it says of members. */
  schema: Schema;
}

/** The conditions of a schema: `if`, `then`, `else`, `dependentRequired` and `dependentSchemas`, each as a sentence. */
export function conditionsOf(document: OpenApiDocument, schema: Schema): Condition[] {
  const flat = flatten(document, schema);
  const condition = (title: string, then: Schema): Condition => ({
    title,
    required: flatten(document, then).required ?? [],
    schema: then,
  });
  const { if: test, then, else: otherwise } = flat;
  // Only conditions that could not be merged are left in a flat schema's `allOf`.
  const others = (flat.allOf ?? []).flatMap((member) => (member === schema ? [] : conditionsOf(document, member)));
  return [
    ...others,
    ...(test !== undefined && then !== undefined ? [condition(`If ${words(document, test)}`, then)] : []),
    ...(test !== undefined && otherwise !== undefined
      ? [condition(then === undefined ? `Unless ${words(document, test)}` : 'Otherwise', otherwise)]
      : []),
    ...Object.entries(flat.dependentRequired ?? {}).map(([name, required]) => ({
      title: `With ${name}`,
      required,
      schema: true,
    })),
    ...Object.entries(flat.dependentSchemas ?? {}).map(([name, then]) => condition(`With ${name}`, then)),
  ];
}

/** `country is US and kind is one of a, b`. */
function words(document: OpenApiDocument, test: Schema): string {
  const flat = flatten(document, test);
  const told = Object.entries(flat.properties ?? {}).map(([name, member]) => {
    const { const: constant, enum: values } = flatten(document, member);
    if (constant !== undefined) return `${name} is ${literalOf(constant)}`;
    if (values) return `${name} is ${values.length > 1 ? 'one of ' : ''}${values.map(literalOf).join(', ')}`;
    return `${name} is ${typeLabel(document, member)}`;
  });
  const given = (flat.required ?? [])
    .filter((name) => !Object.hasOwn(flat.properties ?? {}, name))
    .map((name) => `${name} is given`);
  const parts = [...told, ...given];
  if (parts.length > 0) return parts.join(' and ');
  return typeof flat.not === 'object' ? `not (${words(document, flat.not)})` : 'its condition holds';
}

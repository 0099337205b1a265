import type { Schema, SchemaRoot } from '../document/openapi-document.ts';
import { pointerName } from '../document/refs.ts';
import { alternativesOf } from '../schema/alternatives.ts';
import { soleRef } from '../schema/component-ref.ts';
import { flatten } from '../schema/flatten.ts';
import { perSchema } from '../schema/per-schema.ts';
import type { Variant } from '../schema/union.ts';
import { bare } from './bound-changes.ts';
import type { Versions } from './change.ts';
import type { Place } from './type-changes.ts';

/** Alternatives that are the same one, and those that are in one version only. */
export interface VariantPairs {
  pairs: Versions<Variant>[];
  gone: Variant[];
  come: Variant[];
}

/** What two alternatives may have in common, the surest sign first. Where they stand says nothing. */
const SIGNS: ((root: SchemaRoot, variant: Variant) => string | undefined)[] = [
  (_, { values }) => (values.length === 0 ? undefined : [...values].sort().join('\n')),
  (_, { schema }) => refNameOf(schema),
  (root, { schema }) => JSON.stringify(bare(flatten(root, schema))),
  (_, { name }) => name,
];

/** Alternatives of two unions by what they are. */
export function pairVariants(roots: Versions<SchemaRoot>, lists: Versions<Variant[]>): VariantPairs {
  const [gone, come] = [[...lists.before], [...lists.after]];
  const pairs: Versions<Variant>[] = [];
  const pair = (before: Variant, after: Variant): void => {
    pairs.push({ before, after });
    gone.splice(gone.indexOf(before), 1);
    come.splice(come.indexOf(after), 1);
  };
  for (const sign of SIGNS)
    for (const before of [...gone]) {
      const known = sign(roots.before, before);
      const after = known === undefined ? undefined : come.find((variant) => sign(roots.after, variant) === known);
      if (after) pair(before, after);
    }
  const [lastOld, lastNew] = [gone[0], come[0]];
  if (gone.length === 1 && come.length === 1 && lastOld && lastNew) pair(lastOld, lastNew);
  return { pairs, gone, come };
}

/** The alternatives of a schema; one without any is the only alternative to itself. */
export function variantsAt({ document, schema }: Place): Variant[] {
  const [union] = alternativesOf(document, schema).unions;
  return union ? union.variants : [{ name: nameOf(document, schema), schema, values: fixedTexts(document, schema) }];
}

function nameOf(document: SchemaRoot, schema: Schema): string {
  return flatten(document, schema).title ?? refNameOf(schema) ?? '';
}

function refNameOf(schema: Schema): string | undefined {
  const ref = soleRef(schema);
  return ref === undefined ? undefined : pointerName(ref);
}

/** Texts that a member always has may be those that tell it apart in a union. */
function fixedTexts(document: SchemaRoot, schema: Schema): string[] {
  return fixed(document, flatten(document, schema));
}

const fixed = perSchema((document, flat): string[] => {
  const members = Object.values(flat.properties ?? {}).map((member) => flatten(document, member).const);
  return members.filter((value) => typeof value === 'string').slice(0, 1);
}, []);

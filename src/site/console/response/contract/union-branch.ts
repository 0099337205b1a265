/** Which alternative of a union a value was meant to be. */
import type { OutputUnit } from '@cfworker/json-schema';
import { isRecord } from '../../../../openapi/document/refs.ts';
import { instancePath, keywordAt } from './schema-locations.ts';
import type { RootSchema } from './schema-locations.ts';

/** Errors that say: it was meant to be something else. */
const telling = new Set(['type', 'const', 'enum']);

/**
 * The errors of the alternative that was meant: the one its discriminator names, else the only one left after those
 * whose fixed values do not fit. `undefined` where none can be told, or where several fit.
 */
export function branchOf(
  union: OutputUnit,
  inner: OutputUnit[],
  { value, root }: { value: unknown; root: RootSchema },
): OutputUnit[] | undefined {
  const prefix = `${union.keywordLocation}/`;
  const branches = new Map<number, OutputUnit[]>();
  for (const unit of inner) {
    const branch = parseInt(unit.keywordLocation.slice(prefix.length), 10);
    branches.set(branch, [...(branches.get(branch) ?? []), unit]);
  }
  const alternatives = keywordAt(root, union.keywordLocation);
  const count = Array.isArray(alternatives) ? alternatives.length : 0;
  if (branches.size < count) return undefined;
  const { found } = instancePath(value, union.instanceLocation);
  const named = discriminated(keywordAt(root, union.keywordLocation.replace(/\/[^/]*$/, '')), found, alternatives);
  if (named !== undefined) return branches.get(named);
  const depth = union.instanceLocation.split('/').length;
  const possible = [...branches.values()].filter(
    (errors) =>
      !errors.some(
        ({ keyword, instanceLocation }) =>
          telling.has(keyword) && instanceLocation.split('/').length - depth <= (keyword === 'type' ? 0 : 1),
      ),
  );
  const fewest = Math.min(...possible.map(leafCount));
  const best = possible.filter((errors) => leafCount(errors) === fewest);
  return best.length === 1 ? best[0] : undefined;
}

function leafCount(errors: OutputUnit[]): number {
  return new Set(errors.map(({ instanceLocation, error }) => instanceLocation + error)).size;
}

/** @see https://spec.openapis.org/oas/v3.1.1#discriminator-object */
function discriminated(schema: unknown, value: unknown, alternatives: unknown): number | undefined {
  if (!isRecord(schema) || !isRecord(schema.discriminator) || !isRecord(value) || !Array.isArray(alternatives)) return;
  const name = value[String(schema.discriminator.propertyName)];
  if (typeof name !== 'string') return;
  const mapping = isRecord(schema.discriminator.mapping) ? schema.discriminator.mapping : {};
  const ref = Object.hasOwn(mapping, name) ? mapping[name] : `#/$defs/${name}`;
  const index = alternatives.findIndex((alternative) => isRecord(alternative) && alternative.$ref === ref);
  return index === -1 ? undefined : index;
}

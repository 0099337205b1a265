/** Reduces what the check reports to what a reader can mend: one error for each value and, of a union, those of one alternative. */
import type { OutputUnit } from '@cfworker/json-schema';

/** Keywords that only say that something below them is wrong. */
const wrappers = new Set([
  '$ref',
  '$recursiveRef',
  'properties',
  'patternProperties',
  'additionalProperties',
  'unevaluatedProperties',
  'items',
  'prefixItems',
  'additionalItems',
  'unevaluatedItems',
  'allOf',
  'oneOf',
  'anyOf',
  'if',
  'dependentSchemas',
]);

/** The reports that count, in the order of the schema. */
export function relevantErrors(reports: OutputUnit[]): OutputUnit[] {
  const errors = located(reports);
  const rejected = new Set<OutputUnit>();
  const mixed = new Set<OutputUnit>();
  for (const union of errors) {
    if (union.keyword !== 'oneOf' && union.keyword !== 'anyOf') continue;
    const branches = branchesOf(union, errors);
    if (branches.length === 0) mixed.add(union);
    const best = branches.toSorted((a, b) => distance(a, union) - distance(b, union))[0];
    if (best !== undefined && branches.every((branch) => distance(branch, union) >= wrongKind)) mixed.add(union);
    for (const branch of branches) {
      if (branch !== best || mixed.has(union)) for (const unit of branch) rejected.add(unit);
    }
  }
  const places = new Set<string>();
  return errors.filter((unit) => {
    if (rejected.has(unit) || (wrappers.has(unit.keyword) && !mixed.has(unit))) return false;
    const place = unit.keyword === 'required' ? unit.instanceLocation + unit.error : unit.instanceLocation;
    if (places.has(place)) return false;
    places.add(place);
    return true;
  });
}

/** A schema of `false` is reported without its place in the schema; the report before it has that. */
function located(reports: OutputUnit[]): OutputUnit[] {
  return reports.map((unit, index) => {
    const before = reports[index - 1];
    if (unit.keyword !== 'false' || before === undefined) return unit;
    return { ...unit, keywordLocation: `${before.keywordLocation}/false` };
  });
}

/** The reports of each alternative. */
function branchesOf({ keywordLocation, instanceLocation }: OutputUnit, errors: OutputUnit[]): OutputUnit[][] {
  const branches = new Map<string, OutputUnit[]>();
  for (const unit of errors) {
    if (!unit.keywordLocation.startsWith(`${keywordLocation}/`) || !unit.instanceLocation.startsWith(instanceLocation))
      continue;
    const index = unit.keywordLocation.slice(keywordLocation.length + 1).split('/')[0] ?? '';
    branches.set(index, [...(branches.get(index) ?? []), unit]);
  }
  return [...branches.values()];
}

/** An alternative of another kind of value altogether. */
const wrongKind = 10_000;

/** How far a value is from an alternative: another type is far, another constant in a member less, the rest are single faults. */
function distance(branch: OutputUnit[], union: OutputUnit): number {
  return branch.reduce((sum, { keyword, instanceLocation }) => {
    if (keyword === 'type' && instanceLocation === union.instanceLocation) return sum + wrongKind;
    if (keyword === 'const' || keyword === 'enum') return sum + 100;
    return sum + (wrappers.has(keyword) ? 0 : 1);
  }, 0);
}

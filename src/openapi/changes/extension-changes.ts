import type { Extensions } from '../document/extensions.ts';
import { isRecord } from '../document/refs.ts';
import { literalOf, sameJson } from '../schema/literal.ts';
import type { Subject, Versions } from './change.ts';
import type { Found } from './mark-changes.ts';

/** An extension of a document that readers should hear of when it changes: lists by what is in them, all else by its value. */
export interface Extension {
  /** `x-codes` */
  name: `x-${string}`;
  on: 'operation' | 'event' | 'response';
  /** What one entry, or the value, is called: `error code`. */
  label: string;
  subject: Subject;
}

/** Changes of known extensions. An entry that is gone breaks who counts on it; a new one does not. */
export function extensionChanges(
  known: readonly Extension[],
  on: Extension['on'],
  { before, after }: Versions<Extensions>,
): Found[] {
  return known
    .filter((extension) => extension.on === on)
    .flatMap((extension) => oneExtension(extension, { before: before[extension.name], after: after[extension.name] }));
}

function oneExtension({ label, subject }: Extension, { before, after }: Versions<unknown>): Found[] {
  if (sameJson(before, after)) return [];
  if (!isList(before) || !isList(after)) {
    const what = `the ${label} went from ${shown(before)} to ${shown(after)}`;
    return [{ kind: 'changed', subject, what, isBreaking: before !== undefined }];
  }
  const without = (list: unknown[], others: unknown[]) =>
    list.filter((one) => !others.some((other) => sameJson(one, other)));
  return [
    ...without(before, after).map((one): Found => ({
      kind: 'removed',
      subject,
      what: `lost the ${label} ${shown(one)}`,
      ...valueOf(one),
      isBreaking: true,
    })),
    ...without(after, before).map((one): Found => ({
      kind: 'added',
      subject,
      what: `has the new ${label} ${shown(one)}`,
      ...valueOf(one),
      isBreaking: false,
    })),
  ];
}

/** A list that is not there is an empty one. */
function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

function valueOf(one: unknown): Pick<Found, 'facet' | 'value'> {
  return typeof one === 'string' ? { facet: 'value', value: one } : {};
}

function shown(value: unknown): string {
  if (value === undefined) return 'none';
  return `\`${isRecord(value) ? JSON.stringify(value) : literalOf(value)}\``;
}

import type { SchemaObject } from '../document/openapi-document.ts';
import type { Direction } from '../schema/fields.ts';
import { literalOf, sameJson } from '../schema/literal.ts';
import type { Finding, Versions } from './change.ts';

/** What was found of a thing that is known. */
export type Found = Omit<Finding, 'location' | 'direction'>;

/** What a flat schema says of a value without a word on which values there are: that it is deprecated, its default. */
export function markChanges(flats: Versions<SchemaObject>, direction: Direction): Found[] {
  const { before, after } = flats;
  const [old, now] = [before.default, after.default];
  const hadDefault = old !== undefined;
  return [
    ...deprecation({ before: before.deprecated, after: after.deprecated }, 'field'),
    ...(sameJson(old, now)
      ? []
      : [
          {
            kind: 'changed',
            subject: 'field',
            facet: 'default',
            what: hadDefault
              ? `its default went from \`${literalOf(old)}\` to ${now === undefined ? 'none' : `\`${literalOf(now)}\``}`
              : `its default is now told: \`${literalOf(now)}\``,
            // Who leaves the value out gets something else than before.
            isBreaking: hadDefault && direction === 'request',
          } as const,
        ]),
  ];
}

/** What is newly deprecated, or no longer. */
export function deprecation(marks: Versions<boolean | undefined>, subject: Found['subject']): Found[] {
  const [was, is] = [marks.before === true, marks.after === true];
  if (was === is) return [];
  return [
    is
      ? { kind: 'deprecated', subject, what: 'is deprecated', isBreaking: false }
      : { kind: 'changed', subject, what: 'is no longer deprecated', isBreaking: false },
  ];
}

import type { MediaType } from '../model/media-type.ts';
import type { RequestBody } from '../model/operations.ts';
import type { Direction } from '../schema/fields.ts';
import type { Finding, Versions } from './change.ts';
import { namesBetween, requirementWords } from './change.ts';
import type { OperationContext } from './operation-context.ts';
import { directionOf } from './operation-context.ts';

/** The body of a request, or what an event carries. */
export function bodyChanges(
  { before, after }: Versions<RequestBody | undefined>,
  at: string,
  context: OperationContext,
): Finding[] {
  const name = context.caller === 'client' ? 'body' : 'payload';
  const location = `${at} ${name}`;
  const found = (kind: Finding['kind'], what: string, isBreaking: boolean): Finding[] => [
    { kind, subject: 'body', location, what, isBreaking },
  ];
  if (!before && !after) return [];
  if (!before)
    return found(
      'added',
      after?.required ? `a new ${name}, which is required` : `a new ${name}`,
      after?.required === true && context.caller === 'client',
    );
  if (!after) return found('removed', `the ${name} was removed`, true);
  const direction = directionOf(context, true);
  return [
    ...(before.required === after.required
      ? []
      : found('changed', requirementWords(after.required, direction), after.required === (direction === 'request')).map(
          (finding): Finding => ({ ...finding, facet: 'requirement' }),
        )),
    ...contentChanges({ before: before.content, after: after.content }, location, direction, context),
  ];
}

/** Formats of a body. `application/json; charset=utf-8` is the same as `application/json`. */
export function contentChanges(
  contents: Versions<MediaType[]>,
  location: string,
  direction: Direction,
  { schemas }: OperationContext,
): Finding[] {
  const [old, now] = [contents.before, contents.after].map(
    (list) => new Map(list.map((type) => [(type.mediaType.split(';')[0] ?? '').trim().toLowerCase(), type])),
  ) as [Map<string, MediaType>, Map<string, MediaType>];
  const { gone, come } = namesBetween(old.keys(), now.keys());
  const verb = direction === 'request' ? 'is taken' : 'comes';
  const found = (kind: Finding['kind'], what: string, isBreaking: boolean): Finding => ({
    kind,
    subject: 'media type',
    location,
    what,
    isBreaking,
  });
  return [
    ...gone.map((type) => found('removed', `${verb} as \`${type}\` no longer`, true)),
    ...come.map((type) => found('added', `${verb} as \`${type}\`, too`, false)),
    ...[...old].flatMap(([type, { schema = true, itemSchema = true }]) => {
      const other = now.get(type);
      const at = old.size === 1 && now.size === 1 ? location : `${location} ${type}`;
      if (!other) return [];
      return [
        ...schemas.findings({ before: schema, after: other.schema ?? true }, direction, at),
        ...schemas.findings({ before: itemSchema, after: other.itemSchema ?? true }, direction, `${at} each item`),
      ];
    }),
  ];
}

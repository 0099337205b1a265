import type { Header, Operation, Parameter } from '../model/operations.ts';
import type { Direction } from '../schema/fields.ts';
import type { Finding, Subject, Versions } from './change.ts';
import { namesBetween, requirementWords } from './change.ts';
import type { Found } from './mark-changes.ts';
import { deprecation } from './mark-changes.ts';
import type { OperationContext } from './operation-context.ts';
import { directionOf } from './operation-context.ts';

/** Parameters by place and name; those of the path by their order, since their names are not sent. */
export function parameterChanges(
  { before, after }: Versions<Operation>,
  at: string,
  context: OperationContext,
): Finding[] {
  const [old, now] = [byPlace(before), byPlace(after)];
  const { gone, come } = namesBetween(old.keys(), now.keys());
  const direction = directionOf(context, true);
  const found = (kind: Finding['kind'], key: string, what: string, isBreaking: boolean): Finding => ({
    kind,
    subject: context.caller === 'client' ? 'parameter' : 'header',
    location: `${at} ${key}`,
    what,
    isBreaking,
  });
  return [
    ...gone.map((key) => found('removed', key, 'the parameter was removed', true)),
    ...come.map((key) => {
      const isRequired = now.get(key)?.required === true && direction === 'request';
      return found('added', key, isRequired ? 'a new parameter, which is required' : 'a new parameter', isRequired);
    }),
    ...[...old].flatMap(([key, parameter]) => {
      const other = now.get(key);
      return other ? oneParameter({ before: parameter, after: other }, `${at} ${key}`, direction, context) : [];
    }),
  ];
}

function byPlace({ path, parameters }: Operation): Map<string, Parameter> {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name);
  return new Map(
    parameters.map((parameter) => {
      const index = names.indexOf(parameter.name);
      const name = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
      return [parameter.in === 'path' && index >= 0 ? `path[${index}]` : `${parameter.in}.${name}`, parameter];
    }),
  );
}

const SERIALIZATION = ['style', 'explode', 'allowReserved', 'mediaType'] as const;

function oneParameter(
  { before, after }: Versions<Parameter>,
  location: string,
  direction: Direction,
  context: OperationContext,
): Finding[] {
  const ways = SERIALIZATION.filter((key) => before[key] !== after[key]);
  return [
    ...ways.map((key): Finding => ({
      kind: 'changed',
      subject: 'parameter',
      location,
      what: `its \`${key}\` went from \`${String(before[key] ?? 'none')}\` to \`${String(after[key] ?? 'none')}\``,
      isBreaking: true,
    })),
    ...headerChanges({ before, after }, location, direction, context, 'parameter'),
  ];
}

/** What a parameter and a header have in common. */
export function headerChanges(
  { before, after }: Versions<Header>,
  location: string,
  direction: Direction,
  { schemas }: OperationContext,
  subject: Subject,
): Finding[] {
  const requirement: Found[] =
    before.required === after.required
      ? []
      : [
          {
            kind: 'changed',
            subject,
            facet: 'requirement',
            what: requirementWords(after.required, direction),
            isBreaking: after.required === (direction === 'request'),
          },
        ];
  return [
    ...[...requirement, ...deprecation({ before: before.deprecated, after: after.deprecated }, subject)].map(
      (found) => ({
        ...found,
        location,
      }),
    ),
    ...schemas.findings({ before: before.schema, after: after.schema }, direction, location),
  ];
}

import type { Operation } from '../model/operations.ts';
import type { Finding, Versions } from './change.ts';
import { bodyChanges } from './content-changes.ts';
import { extensionChanges } from './extension-changes.ts';
import type { Found } from './mark-changes.ts';
import { deprecation } from './mark-changes.ts';
import type { OperationContext } from './operation-context.ts';
import { parameterChanges } from './parameter-changes.ts';
import { responseChanges } from './response-changes.ts';
import { requirementChanges } from './security-changes.ts';

/** Everything that differs between two versions of one operation or event. @param at `GET /pets`, `pet.born` */
export function operationChanges(operations: Versions<Operation>, at: string, context: OperationContext): Finding[] {
  const { before, after } = operations;
  const isEvent = context.caller === 'api';
  const own: Found[] = [
    ...deprecation({ before: before.deprecated, after: after.deprecated }, isEvent ? 'event' : 'operation'),
    ...(isEvent ? [] : requirementChanges({ before: before.security, after: after.security })),
    ...extensionChanges(context.extensions, isEvent ? 'event' : 'operation', {
      before: before.extensions,
      after: after.extensions,
    }),
    ...idChanges(operations),
  ];
  return [
    ...own.map((found) => ({ ...found, location: at })),
    ...parameterChanges(operations, at, context),
    ...bodyChanges({ before: before.requestBody, after: after.requestBody }, at, context),
    // Of an event the client answers, and how it does so is told by words.
    ...(isEvent ? [] : responseChanges(operations, at, context)),
  ];
}

/** Generated clients name their functions so. */
function idChanges({ before, after }: Versions<Operation>): Found[] {
  const [old, now] = [before.operationId, after.operationId];
  return old === now
    ? []
    : [
        {
          kind: 'changed',
          subject: 'operation',
          isBreaking: true,
          what: `its operationId went from \`${old}\` to \`${now}\``,
        },
      ];
}

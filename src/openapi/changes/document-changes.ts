import { toOpenApi31 } from '../convert/upgrade.ts';
import type { OpenApiDocument } from '../document/openapi-document.ts';
import { methodText } from '../model/method.ts';
import type { Operation } from '../model/operations.ts';
import { listOperations, listWebhooks } from '../model/operations.ts';
import type { Change, Finding, Versions } from './change.ts';
import { namesBetween } from './change.ts';
import type { Extension } from './extension-changes.ts';
import { mergeFindings } from './merge-findings.ts';
import type { Located } from './merge-findings.ts';
import type { OperationContext } from './operation-context.ts';
import { operationChanges } from './operation-changes.ts';
import { SchemaComparison } from './schema-changes.ts';
import { schemeChanges } from './security-changes.ts';

export interface ChangeOptions {
  /** Extensions whose changes are told, too. */
  extensions?: readonly Extension[];
}

/**
 * What changed between two versions of an OpenAPI 3 document: operations, events, parameters, fields, values, responses,
 * headers, media types, sign-in, scopes and servers. Texts and examples are not compared. Schemas are compared by the values that
 * they allow, and a change of a component is told once, with all operations that it touches.
 * @returns breaking ones first, each group in the order of the newer document
 */
export function documentChanges(documents: Versions<OpenApiDocument>, options: ChangeOptions = {}): Change[] {
  const versions = { before: toOpenApi31(documents.before), after: toOpenApi31(documents.after) };
  const shared = { schemas: new SchemaComparison(versions), extensions: options.extensions ?? [] };
  const located = [
    ...pathChanges(versions, { ...shared, caller: 'client' }),
    ...eventChanges(versions, { ...shared, caller: 'api' }),
    ...[...schemeChanges(versions), ...serverChanges(versions)].map((finding) => ({ finding })),
  ];
  return mergeFindings(located);
}

/** Operations by method and path, whatever the parameters in it are called; else by their id: they have moved. */
function pathChanges(documents: Versions<OpenApiDocument>, context: OperationContext): Located[] {
  const [old, now] = [listOperations(documents.before), listOperations(documents.after)];
  const known = new Map(now.map((operation) => [keyOf(operation), operation]));
  const oldKeys = new Set(old.map(keyOf));
  const newcomers = new Map(
    now.filter((operation) => !oldKeys.has(keyOf(operation))).map((operation) => [operation.operationId, operation]),
  );
  const pairs = old.map((before) => ({ before, after: known.get(keyOf(before)) ?? newcomers.get(before.operationId) }));
  const taken = new Set(pairs.map(({ after }) => after));
  return [
    ...pairs.flatMap(({ before, after }) =>
      after ? inBoth({ before, after }, context) : [existence(before, 'removed')],
    ),
    ...now.filter((operation) => !taken.has(operation)).map((operation) => existence(operation, 'added')),
  ];
}

function titleOf({ method, path }: Operation): string {
  return `${methodText(method)} ${path}`;
}

function keyOf(operation: Operation): string {
  return titleOf(operation).replace(/\{[^{}]*\}/g, '{}');
}

function existence(operation: Operation, kind: 'added' | 'removed'): Located {
  const what = kind === 'added' ? 'a new operation' : 'the operation was removed';
  const location = titleOf(operation);
  return {
    finding: { kind, subject: 'operation', location, what, isBreaking: kind === 'removed' },
    operation: operation.operationId,
  };
}

function inBoth(operations: Versions<Operation>, context: OperationContext): Located[] {
  const { before, after } = operations;
  const at = titleOf(after);
  const moved: Finding = {
    kind: 'changed',
    subject: 'operation',
    location: at,
    what: `it has moved here from \`${titleOf(before)}\``,
    isBreaking: true,
  };
  const findings = [...(keyOf(before) === keyOf(after) ? [] : [moved]), ...operationChanges(operations, at, context)];
  return findings.map((finding) => ({ finding, operation: after.operationId, title: at }));
}

/** Events by their names. */
function eventChanges(documents: Versions<OpenApiDocument>, context: OperationContext): Located[] {
  const [old, now] = [documents.before, documents.after].map(
    (document) => new Map(listWebhooks(document).map((event) => [event.path, event])),
  ) as [Map<string, Operation>, Map<string, Operation>];
  const { gone, come } = namesBetween(old.keys(), now.keys());
  const found = (name: string, kind: 'added' | 'removed', what: string): Located => ({
    finding: { kind, subject: 'event', location: name, what, isBreaking: kind === 'removed' },
    operation: name,
  });
  return [
    ...gone.map((name) => found(name, 'removed', 'the event was removed')),
    ...come.map((name) => found(name, 'added', 'a new event')),
    ...[...old].flatMap(([name, before]) => {
      const after = now.get(name);
      const findings = after ? operationChanges({ before, after }, name, context) : [];
      return findings.map((finding) => ({ finding, operation: name, title: name }));
    }),
  ];
}

/** Addresses that the whole API is reached at. A description says nothing here. */
function serverChanges({ before, after }: Versions<OpenApiDocument>): Finding[] {
  const urls = ({ servers = [] }: OpenApiDocument): string[] => servers.map(({ url }) => url);
  const { gone, come } = namesBetween(urls(before), urls(after));
  const found = (url: string, kind: 'added' | 'removed', what: string): Finding => ({
    kind,
    subject: 'server',
    location: `server ${url}`,
    what,
    isBreaking: kind === 'removed',
  });
  return [
    ...gone.map((url) => found(url, 'removed', 'the API is no longer reached here')),
    ...come.map((url) => found(url, 'added', 'the API is reached here, too')),
  ];
}

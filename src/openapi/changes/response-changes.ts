import type { Header, Operation, Response } from '../model/operations.ts';
import type { Finding, Versions } from './change.ts';
import { namesBetween } from './change.ts';
import { contentChanges } from './content-changes.ts';
import { extensionChanges } from './extension-changes.ts';
import type { OperationContext } from './operation-context.ts';
import { headerChanges } from './parameter-changes.ts';

/** Responses by their status. */
export function responseChanges(operations: Versions<Operation>, at: string, context: OperationContext): Finding[] {
  const [old, now] = [operations.before, operations.after].map(
    ({ responses }) => new Map(responses.map((response) => [response.status.toUpperCase(), response])),
  ) as [Map<string, Response>, Map<string, Response>];
  const { gone, come } = namesBetween(old.keys(), now.keys());
  const found = (kind: Finding['kind'], status: string, what: string): Finding => ({
    kind,
    subject: 'response',
    location: `${at} ${status}`,
    what,
    isBreaking: kind === 'removed',
  });
  return [
    ...gone.map((status) => found('removed', status, 'the response was removed')),
    ...come.map((status) => found('added', status, 'a new response')),
    ...[...old].flatMap(([status, response]) => {
      const other = now.get(status);
      return other ? oneResponse({ before: response, after: other }, `${at} ${status}`, context) : [];
    }),
  ];
}

function oneResponse({ before, after }: Versions<Response>, at: string, context: OperationContext): Finding[] {
  const [old, now] = [before, after].map(
    ({ headers }) => new Map(headers.map((header) => [header.name.toLowerCase(), header])),
  ) as [Map<string, Header>, Map<string, Header>];
  const { gone, come } = namesBetween(old.keys(), now.keys());
  const headerAt = (name: string): string => `${at} header.${(now.get(name) ?? old.get(name))?.name ?? name}`;
  const header = (kind: Finding['kind'], name: string, what: string): Finding => ({
    kind,
    subject: 'header',
    location: headerAt(name),
    what,
    isBreaking: kind === 'removed',
  });
  return [
    ...extensionChanges(context.extensions, 'response', { before: before.extensions, after: after.extensions }).map(
      (found) => ({ ...found, location: at }),
    ),
    ...gone.map((name) => header('removed', name, 'the header was removed')),
    ...come.map((name) => header('added', name, 'a new header')),
    ...[...old].flatMap(([name, one]) => {
      const other = now.get(name);
      return other ? headerChanges({ before: one, after: other }, headerAt(name), 'response', context, 'header') : [];
    }),
    ...contentChanges({ before: before.content, after: after.content }, at, 'response', context),
  ];
}

/**
 * The specification and the policies as pages read them. Loaded once per build; every look-up throws on an unknown
 * name, so a page that speaks of something the API does not have stops the build.
 */
import { root } from 'astro:config/server';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { source } from 'virtual:reference';
import { loadPolicies } from '../../openapi/document/load.ts';
import { addressesOf } from '../../openapi/model/address.ts';
import { listOperations, listWebhooks, type Operation } from '../../openapi/model/operations.ts';
import type { CataloguedError, KeyLevel, Scope } from '../../openapi/document/policies.ts';
import { localServer } from './local-server.ts';

// In dev a change of the spec must load this module again; Vite knows the files by this.
if (import.meta.env.DEV) import.meta.glob('../../../spec/**/*.yaml', { query: '?raw' });

export const apiDocument = source;
export const policies = await loadPolicies(new URL('spec/policies.yaml', root));
/** What a replay file is, as JSON Schema. */
export const replaySchema = JSON.parse(await readFile(new URL('spec/replay.schema.json', root), 'utf8')) as object;

/** Calls that belong together. @see https://spec.openapis.org/arazzo/latest.html */
export const workflows = parse(await readFile(new URL('spec/arazzo.yaml', root), 'utf8')) as object;
/** Calls and the events that they cause. @see https://spec.openapis.org/arazzo/v1.1.0.html */
export const eventWorkflows = parse(await readFile(new URL('spec/arazzo-1.1.yaml', root), 'utf8')) as object;
export const operations: readonly Operation[] = listOperations(apiDocument);
export const events: readonly Operation[] = listWebhooks(apiDocument);
const addresses = addressesOf(apiDocument);

export function operation(operationId: string): Operation {
  return known('operation', operationId, operations, (item) => item.operationId);
}

/** A webhook event by its name, `message.created`. */
export function event(name: string): Operation {
  return known('event', name, events, (item) => item.path);
}

export function catalogued(code: string): CataloguedError {
  return known('error code', code, policies.errors, (item) => item.code);
}

export function scope(id: string): Scope {
  return known('scope', id, policies.scopes, (item) => item.id);
}

export function keyLevel(id: string): KeyLevel {
  return known('key level', id, policies.key_levels, (item) => item.id);
}

/** The page of an operation: `/reference/contacts/create-contact/`. */
export function operationAddress(operation: Operation): string {
  return addresses.operation(operation);
}

/** The page of an event: `/reference/events/message.created/`. */
export function eventAddress(name: string): string {
  return addresses.event(event(name));
}

/** The error codes an operation can answer with, in the order of its responses. */
export function errorCodesOf({ responses }: Operation): string[] {
  return [
    ...new Set(responses.flatMap(({ extensions }) => (extensions['x-error-codes'] as string[] | undefined) ?? [])),
  ];
}

/** The scope an OAuth token needs for an operation, or undefined where none is asked for. */
export function scopeOf({ security }: Operation): string | undefined {
  return security.flatMap((requirement) => Object.values(requirement).flat())[0];
}

/** The level an API key needs for an operation. */
export function keyLevelOf({ extensions }: Operation): KeyLevel {
  return keyLevel(String(extensions['x-key-level']));
}

/** The resources in the document's order, each with its operations. */
export function resources(): {
  name: string;
  title: string;
  description: string;
  address: string;
  operations: Operation[];
}[] {
  return (apiDocument.tags ?? []).map((tag) => ({
    name: tag.name,
    title: String(tag['x-displayName'] ?? tag.name),
    description: tag.description ?? '',
    address: addresses.tag(tag.name),
    operations: operations.filter((item) => item.tag === tag.name),
  }));
}

/** The address of the live API, without a trailing slash. */
export function liveServer(): string {
  const url = apiDocument.servers?.[0]?.url;
  if (url === undefined) throw new Error('The document names no server.');
  return url.replace(/\/$/, '');
}

/** The address of the sandbox on the reader's machine, without a trailing slash. */
export function mockServer(): string {
  return localServer(apiDocument);
}

function known<T>(kind: string, name: string, items: readonly T[], nameOf: (item: T) => string): T {
  const found = items.find((item) => nameOf(item) === name);
  if (!found) throw new Error(`Unknown ${kind} "${name}". Known: ${items.map(nameOf).join(', ')}.`);
  return found;
}

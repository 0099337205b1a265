import type { Change } from '../changes/change.ts';
import { directionsOf, placeOfChange } from '../changes/change-place.ts';
import type { OpenApiDocument } from '../document/openapi-document.ts';
import { methodText } from '../model/method.ts';
import { listOperations, listWebhooks } from '../model/operations.ts';
import type { Operation } from '../model/operations.ts';
import type { Direction } from '../schema/fields.ts';
import { isBelow } from './match-operation.ts';
import type { OperationUsage, PlaceUsage, Usage } from './usage.ts';

/** A change that touches a client. */
export interface Touch<C extends Change = Change> {
  change: C;
  /** What the client uses of what the change touches; none: the change is about the whole API. */
  operations: string[];
  /** How the client's requests show it; undefined where they were not looked at. */
  evidence?: Evidence;
}

/** In how many exchanges the changed thing stood, or was left out. */
export interface Evidence {
  how: 'called' | 'sent' | 'left out' | 'received';
  exchanges: number;
}

/**
 * The changes that touch a client, in their order. One of an operation that is used whole touches it wherever it is; of one whose
 * requests are known, only what they send or leave out, and what came back.
 * @param documents Both versions, for the groups that operations belong to
 */
export function touchingChanges<C extends Change>(
  changes: readonly C[],
  usage: Usage,
  documents: readonly OpenApiDocument[],
): Touch<C>[] {
  const operations = documents.flatMap(listOperations);
  const events = new Set(documents.flatMap(listWebhooks).map(({ path }) => path));
  return changes.flatMap((change): Touch<C>[] => {
    if (change.operations.length === 0)
      return touchesAll(change, usage, operations) ? [{ change, operations: [] }] : [];
    const used = change.operations.flatMap((name): Used[] => {
      if (events.has(name)) return isToldOf(name, usage) ? [{ name }] : [];
      const own = usage.operations.get(name);
      const evidence = own && evidenceOf(change, name, own, operations);
      return evidence ? [{ name, evidence }] : [];
    });
    if (used.length === 0) return [];
    const evidence = sum(used.flatMap((one) => one.evidence ?? []));
    return [{ change, operations: used.map(({ name }) => name), ...(evidence && { evidence }) }];
  });
}

interface Used {
  name: string;
  evidence?: Evidence;
}

/** An event has no request of the client's: who has named it in one, or was told its name, is touched by all that changes of it. */
function isToldOf(event: string, { operations, words }: Usage): boolean {
  return operations.has(event) || words.has(event);
}

/** @returns undefined: the change does not touch who uses the operation so; without `exchanges` nothing is known of requests */
function evidenceOf(
  change: Change,
  name: string,
  usage: OperationUsage,
  operations: readonly Operation[],
): Evidence | undefined {
  const called: Evidence = { how: 'called', exchanges: usage.calls };
  const { places } = usage;
  if (!places) return called;
  const place = placeOfChange(change);
  if (place.of === 'operation' && (place.part === '' || place.part.startsWith('path['))) return called;
  const at = placesOf(change, name, operations);
  return directionsOf(change)
    .flatMap((direction) => at.map((one) => verdict(change, direction, places[direction].get(one), usage)))
    .find((evidence) => evidence !== undefined);
}

/** The names that a change's place has in the operation: one for each version that calls its path otherwise. */
function placesOf(change: Change, name: string, operations: readonly Operation[]): string[] {
  const place = placeOfChange(change);
  if (place.of === 'component') return [change.location];
  if (place.of !== 'operation') return [];
  const titles = operations
    .filter(({ operationId }) => operationId === name)
    .map(({ method, path }) => `${methodText(method)} ${path}`);
  return [...new Set([...titles, ...(place.title === undefined ? [] : [place.title])])].map(
    (title) => `${title} ${place.part}`,
  );
}

/** Whether the change of one thing, sent or received, is felt by who uses it so. */
function verdict(
  { kind, subject, severity, facet, value }: Change,
  direction: Direction,
  place: PlaceUsage | undefined,
  { calls }: OperationUsage,
): Evidence | undefined {
  const isSent = direction === 'request';
  const counted = (how: Evidence['how'], exchanges = 0): Evidence | undefined =>
    exchanges > 0 ? { how, exchanges } : undefined;
  const used = counted(isSent ? 'sent' : 'received', place?.seen);
  const omitted = counted('left out', place?.missing);
  const isBreaking = severity === 'breaking';
  // What can come from now on comes to all who call.
  if (!isSent && kind === 'added' && (subject === 'response' || subject === 'error code' || subject === 'media type'))
    return { how: 'called', exchanges: calls };
  if (facet === 'value' && value !== undefined && (kind === 'removed' || isSent))
    return kind === 'removed' && place?.values.has(value) ? used : undefined;
  if (isSent && (kind === 'added' || facet === 'requirement'))
    return isBreaking ? omitted : kind === 'added' ? undefined : used;
  if (isSent && facet === 'default') return omitted;
  // It will come where it did not before.
  if (kind === 'added' && facet !== 'value')
    return used ?? (omitted && { how: 'called', exchanges: omitted.exchanges });
  return used;
}

/** The same thing in several operations: how it is used where it is used most. */
function sum(evidence: readonly Evidence[]): Evidence | undefined {
  const [first] = evidence;
  if (!first || evidence.every(({ exchanges }) => exchanges === 0)) return undefined;
  const alike = evidence.filter(({ how }) => how === first.how);
  return { how: first.how, exchanges: alike.reduce((all, { exchanges }) => all + exchanges, 0) };
}

/** Of a change of the whole API. */
function touchesAll(change: Change, usage: Usage, operations: readonly Operation[]): boolean {
  if (usage.operations.size === 0) return false;
  const { location, subject, kind } = change;
  const isKnown = [...usage.operations.values()].some(({ places }) => places !== undefined);
  const name = location.slice(location.indexOf(' ') + 1);
  if (subject === 'server' && isKnown)
    return kind === 'removed' && usage.addresses.some((address) => isBelow(address, name.replace(/\/$/, '')));
  if ((subject === 'error code' || subject === 'scope') && isKnown && kind !== 'added')
    return usage.words.has(name.replace(/^code /, ''));
  const reach = reachOf(change, operations);
  return reach === 'all' || reach.some((operation) => usage.operations.has(operation));
}

/**
 * Whom a change can touch: who uses one of these operations and events, or all. A rule that names a group of operations
 * (`limits.pets_per_shop`) is theirs alone; what is new to the whole API and breaks nothing is nobody's.
 */
export function reachOf(change: Change, operations: readonly Operation[]): readonly string[] | 'all' {
  const { kind, severity, subject, location } = change;
  if (change.operations.length > 0) return change.operations;
  if (kind === 'added' && severity !== 'breaking') return [];
  if (subject !== 'policy') return 'all';
  const words = new Set(location.split(/[ ._]/));
  const own = operations.filter(({ tags }) => tags.some((tag) => words.has(tag)));
  return own.length === 0 ? 'all' : own.map(({ operationId }) => operationId);
}

/** Evidence as a sentence: `You sent it in 3 requests.` */
export function evidenceWords({ how, exchanges }: Evidence): string {
  const requests = exchanges === 1 ? '1 request' : `${exchanges} requests`;
  if (how === 'called') return exchanges === 1 ? 'You called it once.' : `You called it ${exchanges} times.`;
  if (how === 'received') return `You received it after ${requests}.`;
  return how === 'sent' ? `You sent it in ${requests}.` : `You left it out of ${requests}.`;
}

import { getLineColLocation } from '@redocly/openapi-core';
import type { LocationObject, Source } from '@redocly/openapi-core';
import { nearestNode } from '../../json-text/find.ts';
import { parseJson } from '../../json-text/tree.ts';
import type { JsonNode } from '../../json-text/tree.ts';
import { OverlaidSource } from './overlay/overlaid-source.ts';
import { DocumentError, placeText, shown } from './document-error.ts';
import type { Place } from './document-error.ts';

/** Where a rule found something. */
export interface Spot {
  source: Source;
  pointer: string;
}

interface Fault {
  first: Spot;
  count: number;
  /** What it happened to, where that is not always the same. */
  names: Set<string>;
}

/** More names are not told. */
const MAX_NAMES = 6;

/** What is wrong in a document: kinds of faults that it is shown with, and what cannot be shown. */
export class Faults {
  readonly #kinds = new Map<string, Fault>();
  /** What cannot be shown, in the order in which it was found. */
  readonly refusals: { file: string; pointer: string; error: DocumentError }[] = [];

  /**
   * @param kind What is wrong and how it is read, after the place: `has no value, and is left out`.
   * @param name A member's name, told after the kind.
   */
  add(kind: string, { source, pointer }: Spot, name?: string): void {
    const fault = this.#kinds.get(kind) ?? { first: { source, pointer }, count: 0, names: new Set<string>() };
    fault.count += 1;
    if (name !== undefined) fault.names.add(name);
    this.#kinds.set(kind, fault);
  }

  /** @param place Of the cause, where it is not in the spot itself. */
  refuse({ source, pointer }: Spot, reason: string, place?: { source: Source; line: number }): void {
    const at = place ? { file: shown(place.source.absoluteRef), line: place.line } : placeOf({ source, pointer });
    this.refusals.push({ file: source.absoluteRef, pointer, error: new DocumentError(at, reason) });
  }

  /** A line a kind, with its first place and how many there are. */
  notes(): string[] {
    return [...this.#kinds].map(([kind, { first, count, names }]) => {
      const list = [...names].slice(0, MAX_NAMES).map((name) => `\`${name}\``);
      const more = names.size > MAX_NAMES ? ` and ${names.size - MAX_NAMES} more` : '';
      const named = list.length > 0 ? `: ${list.join(', ')}${more}` : '';
      const times = count > 1 ? ` (${count.toLocaleString('en')} times; this is the first)` : '';
      return `${placeText(placeOf(first))}: ${kind}${named}${times}`;
    });
  }
}

function placeOf({ source, pointer }: Spot): Place {
  if (source instanceof OverlaidSource) return { file: `${shown(source.absoluteRef)} with its overlays`, pointer };
  return { file: shown(source.absoluteRef), pointer, line: lineOf(source, pointer) };
}

/** Of JSON, which Redocly reads as the YAML that it is too, our own reader finds the line in a third of the time. */
function lineOf(source: Source, pointer: string): number {
  const tree = treeOf(source);
  if (!tree) return getLineColLocation({ source, pointer, reportOnKey: false } satisfies LocationObject).start.line;
  return source.body.slice(0, nearestNode(tree, pointer === '#/' ? '' : pointer).start).split('\n').length;
}

const trees = new WeakMap<Source, { root: JsonNode | undefined }>();

function treeOf(source: Source): JsonNode | undefined {
  const known = trees.get(source) ?? { root: parseJson(source.body) };
  trees.set(source, known);
  return known.root;
}

import { makeDocumentFromString, Source } from '@redocly/openapi-core';
import { copyExact, stringifyExact } from '../../../json-text/exact-number.ts';
import { aliasProblem } from '../aliases.ts';
import { keepDigits } from '../exact-numbers.ts';
import type { Overlay } from './overlay.ts';

/** The text of a document that overlays have changed: its lines are not those of the file. */
export class OverlaidSource extends Source {}

/**
 * A document's file as overlays change it, one after the other. What cannot be read stays as it is, for others to tell of.
 * @throws {DocumentError} where an overlay cannot be applied
 */
export function overlaid(source: Source, overlays: readonly Overlay[], warn: (line: string) => void): Source {
  if (overlays.length === 0) return source;
  const { absoluteRef: file, body } = source;
  const before = readable(file, body);
  if (before === undefined) return source;
  let root: unknown = before;
  for (const overlay of overlays) root = overlay.apply({ file, root }, warn);
  return new OverlaidSource(file, stringifyExact(root, 2));
}

function readable(file: string, body: string): unknown {
  try {
    const { parsed } = makeDocumentFromString(body, file) as { parsed: unknown };
    if (aliasProblem(parsed) !== undefined) return undefined;
    keepDigits(body, parsed);
    return copyExact(parsed);
  } catch {
    return undefined;
  }
}

import { escapeStep } from '../../json-text/json-pointer.ts';
import { atPointer, isReference } from './refs.ts';

/** The place of a `$ref` that leads, over nothing but other `$ref`s of the same file, back to itself. */
export function findCircle(file: Record<string, unknown>): string | undefined {
  const places: [unknown, string][] = [[file, '#']];
  for (let next = places.pop(); next; next = places.pop()) {
    const [node, place] = next;
    if (isReference(node) && isCircle(file, node.$ref)) return place;
    if (typeof node !== 'object' || node === null) continue;
    for (const [key, value] of Object.entries(node)) places.push([value, `${place}/${escapeStep(key)}`]);
  }
  return undefined;
}

function isCircle(file: Record<string, unknown>, start: string): boolean {
  const seen = new Set<string>();
  for (let ref: string | undefined = start; ref?.startsWith('#/'); ref = refOf(file, ref)) {
    if (seen.has(ref)) return true;
    seen.add(ref);
  }
  return false;
}

function refOf(file: Record<string, unknown>, ref: string): string | undefined {
  try {
    const target = atPointer(file, ref);
    return isReference(target) ? target.$ref : undefined;
  } catch {
    return undefined;
  }
}

import { escapeStep } from '../../json-text/json-pointer.ts';
import { atPointer, isRecord, isReference } from './refs.ts';

/** The place of a `$ref` that leads, over nothing but other `$ref`s of the same file, back to itself. */
export function findCircle(file: Record<string, unknown>): string | undefined {
  const places: [unknown, string][] = [[file, '#']];
  for (let next = places.pop(); next; next = places.pop()) {
    const [node, place] = next;
    if (isReference(node) && wayOf(file, node.$ref) === 'circle') return place;
    if (typeof node !== 'object' || node === null) continue;
    for (const [key, value] of Object.entries(node)) places.push([value, `${place}/${escapeStep(key)}`]);
  }
  return undefined;
}

/** Longer chains of references to references are refused: following one costs more than its length. */
const MAX_CHAIN = 100;

/** Why a parsed file is refused whose `$ref`s lead to other `$ref`s over and over, or nothing. A circle is no chain. */
export function chainProblem(file: unknown): string | undefined {
  if (!isRecord(file)) return undefined;
  const nodes: unknown[] = [file];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    for (const value of Object.values(node) as unknown[]) if (value !== undefined) nodes.push(value);
    if (isReference(node) && wayOf(file, node.$ref) === 'chain')
      return `$ref "${node.$ref}" leads to nothing but other $refs, more than ${MAX_CHAIN} of them`;
  }
  return undefined;
}

/** Where a `$ref` leads over nothing but others: back into its own way, on and on, or to an end. */
function wayOf(file: Record<string, unknown>, start: string): 'circle' | 'chain' | undefined {
  const seen = new Set<string>();
  for (let ref: string | undefined = start; ref?.startsWith('#/'); ref = refOf(file, ref)) {
    if (seen.has(ref)) return 'circle';
    seen.add(ref);
    if (seen.size > MAX_CHAIN) return 'chain';
  }
  return undefined;
}

function refOf(file: Record<string, unknown>, ref: string): string | undefined {
  try {
    const target = atPointer(file, ref);
    return isReference(target) ? target.$ref : undefined;
  } catch {
    return undefined;
  }
}

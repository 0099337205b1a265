import type { JsonNode } from './tree.ts';
import { parseJson } from './tree.ts';

/** Whether an object in a JSON text has two members of one name. */
export function repeatsName(text: string): boolean {
  const root = parseJson(text);
  for (const open = root ? [root] : []; open.length > 0;) {
    const { type, children } = open.pop() as JsonNode;
    if (type === 'object' && new Set(children.map(({ name }) => name)).size < children.length) return true;
    for (const child of children) open.push(child);
  }
  return false;
}

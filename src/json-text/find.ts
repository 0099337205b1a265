/** Finds values of a JSON text by the way that leads to them. */
import { unescapeStep } from './json-pointer.ts';
import type { JsonNode } from './tree.ts';
import { memberOf } from './tree.ts';

/** A value by the names and places on the way to it; `undefined` where there is none. */
export function nodeAt(root: JsonNode, path: readonly (string | number)[]): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const step of path) node = typeof step === 'number' ? node?.children[step] : memberOf(node, step);
  return node;
}

/**
 * The value that a JSON Pointer leads to, or the last one on the way that exists.
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
export function nearestNode(root: JsonNode, pointer: string): JsonNode {
  let node = root;
  for (const step of pointer.split('/').slice(1)) {
    const name = unescapeStep(step);
    const next = node.type === 'array' ? node.children[Number(name)] : memberOf(node, name);
    if (next === undefined) break;
    node = next;
  }
  return node;
}

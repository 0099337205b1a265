/** A JSON text as a tree that remembers where in the text each value stands, so that one can be changed and the rest kept. */

import { unescapeStep } from '../../openapi/document/json-pointer.ts';

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

export interface JsonNode {
  type: JsonType;
  /** The value's text is `text.slice(start, end)`. */
  start: number;
  end: number;
  /** Of an object or array, in the order of the text. */
  children: JsonChild[];
}

export interface JsonChild {
  /** Of an object's member; '' for an item. The same name may occur twice. */
  name: string;
  /** Where the member's name starts, or the item. */
  start: number;
  /** Where the member's name ends; `start` for an item. */
  nameEnd: number;
  node: JsonNode;
}

/** The pieces of a text that is JSON, white space left out. */
export const jsonLexemes = /[{}[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+/g;

/** Returns the tree, or `undefined` where the text is not JSON. Keeps no state on the stack: any depth is fine. */
export function parseJson(text: string): JsonNode | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const root: JsonNode = { type: 'array', start: 0, end: text.length, children: [] };
  const open = [root];
  let name: { text: string; start: number } | undefined;
  for (const { 0: token, index } of text.matchAll(jsonLexemes)) {
    const parent = open.at(-1) ?? root;
    if (token === ',' || token === ':') continue;
    if (token === '}' || token === ']') {
      parent.end = index + 1;
      open.pop();
    } else if (parent.type === 'object' && name === undefined) {
      name = { text: token, start: index };
    } else {
      const node: JsonNode = { type: typeOfToken(token), start: index, end: index + token.length, children: [] };
      parent.children.push({
        name: name === undefined ? '' : (JSON.parse(name.text) as string),
        start: name?.start ?? index,
        nameEnd: name === undefined ? index : name.start + name.text.length,
        node,
      });
      name = undefined;
      if (node.type === 'object' || node.type === 'array') open.push(node);
    }
  }
  return root.children[0]?.node;
}

function typeOfToken(token: string): JsonType {
  switch (token[0]) {
    case '{':
      return 'object';
    case '[':
      return 'array';
    case '"':
      return 'string';
    case 't':
    case 'f':
      return 'boolean';
    case 'n':
      return 'null';
    default:
      return 'number';
  }
}

/** The member of that name; of several the last, which is the one that counts. */
export function memberOf(node: JsonNode | undefined, name: string): JsonChild | undefined {
  return node?.type === 'object' ? node.children.findLast((child) => child.name === name) : undefined;
}

/**
 * The value that a JSON Pointer leads to, or the last one on the way that exists.
 * @see RFC 6901
 */
export function nodeAt(root: JsonNode, pointer: string): JsonNode {
  let node = root;
  for (const step of pointer.split('/').slice(1)) {
    const name = unescapeStep(step);
    const next = node.type === 'array' ? node.children[Number(name)] : memberOf(node, name);
    if (next === undefined) break;
    node = next.node;
  }
  return node;
}

/** The value of a node. */
export function valueOf(text: string, { start, end }: JsonNode): unknown {
  return JSON.parse(text.slice(start, end)) as unknown;
}

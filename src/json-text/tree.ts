/** A JSON text as a tree of places in it, so that each value can be shown as it was sent, or changed while the rest stays. */
import { eachToken } from './lexer.ts';

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

export interface JsonNode {
  type: JsonType;
  /** The value's text is `text.slice(start, end)`. */
  start: number;
  end: number;
  /** Of an object's member; '' for an item and for the outermost value. The same name may occur twice. */
  name: string;
  /** Place of the member's name with its quotes; both are `start` where there is none. */
  nameStart: number;
  nameEnd: number;
  parent: JsonNode | undefined;
  /** Place among its siblings. */
  index: number;
  /** Members or items in the order of the text, duplicates of a name too; of a plain value none. */
  children: JsonNode[];
}

/** Returns the outermost value, or `undefined` where the text is not JSON. Needs no stack, however deep the text is nested. */
export function parseJson(text: string): JsonNode | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  let root: JsonNode | undefined;
  let open: JsonNode | undefined;
  let name: { text: string; start: number; end: number } | undefined;
  eachToken(text, (start, end) => {
    const sign = text.charAt(start);
    if (sign === ',' || sign === ':') return;
    if (open && (sign === '}' || sign === ']')) {
      open.end = end;
      open = open.parent;
    } else if (open?.type === 'object' && !name) {
      name = { text: JSON.parse(text.slice(start, end)) as string, start, end };
    } else {
      const isContainer = sign === '{' || sign === '[';
      const node: JsonNode = {
        type: TYPES[sign] ?? 'number',
        start,
        end,
        name: name?.text ?? '',
        nameStart: name?.start ?? start,
        nameEnd: name?.end ?? start,
        parent: open,
        index: open?.children.length ?? 0,
        children: isContainer ? [] : NONE,
      };
      name = undefined;
      root ??= node;
      open?.children.push(node);
      if (isContainer) open = node;
    }
  });
  return root;
}

const NONE: JsonNode[] = [];

/** By the first character; anything else begins a number. */
const TYPES: Readonly<Record<string, JsonType>> = {
  '{': 'object',
  '[': 'array',
  '"': 'string',
  t: 'boolean',
  f: 'boolean',
  n: 'null',
};

/** The member of that name; of several the last, which is the one that counts. */
export function memberOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node?.type === 'object' ? node.children.findLast((child) => child.name === name) : undefined;
}

/** The value of a node; a number as a double. */
export function valueOf(text: string, { start, end }: JsonNode): unknown {
  return JSON.parse(text.slice(start, end)) as unknown;
}

/** JSON as a tree of places in its text, so that a view can show each value as it was sent. */

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'literal';

export interface JsonNode {
  kind: JsonKind;
  /** First character of the value, and the one after its last. */
  start: number;
  end: number;
  /** Place of the member's name with its quotes; both -1 where it has none. */
  keyStart: number;
  keyEnd: number;
  parent: JsonNode | undefined;
  /** Place among its siblings. */
  index: number;
  /** Members or items, duplicates of a name too; of a plain value none. */
  children: JsonNode[];
}

const none: JsonNode[] = [];
const [quote, comma, colon] = ['"', ',', ':'].map((character) => character.charCodeAt(0));

/**
 * Finds every value of a text that `JSON.parse` accepts. Needs no stack, however deep the text is nested.
 * @returns The outermost value.
 */
export function scanJson(text: string): JsonNode {
  let open: JsonNode | undefined;
  let root: JsonNode | undefined;
  let [keyStart, keyEnd] = [-1, -1];
  const add = (kind: JsonKind, start: number, end: number): JsonNode => {
    const isContainer = kind === 'object' || kind === 'array';
    const index = open?.children.length ?? 0;
    const node = { kind, start, end, keyStart, keyEnd, parent: open, index, children: isContainer ? [] : none };
    open?.children.push(node);
    root ??= node;
    [keyStart, keyEnd] = [-1, -1];
    return node;
  };
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === comma || code === colon) at += 1;
    else if (code === quote) {
      const end = endOfString(text, at);
      if (open?.kind === 'object' && keyStart === -1) [keyStart, keyEnd] = [at, end];
      else add('string', at, end);
      at = end;
    } else if (code === 123 || code === 91) {
      open = add(code === 123 ? 'object' : 'array', at, at);
      at += 1;
    } else if (code === 125 || code === 93) {
      at += 1;
      if (open) open.end = at;
      open = open?.parent;
    } else {
      const end = endOfWord(text, at);
      add(code === 45 || code < 58 ? 'number' : 'literal', at, end);
      at = end;
    }
  }
  if (!root) throw new SyntaxError('There is no value');
  return root;
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    if (end === -1) return text.length;
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 92) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
}

function endOfWord(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && /[\w.+-]/.test(text.charAt(end))) end += 1;
  return end;
}

/** The name of a member, or its place in a list, as JSON.parse gives it; `undefined` for the outermost value. */
export function nameOf(text: string, node: JsonNode): string | number | undefined {
  if (!node.parent) return undefined;
  return node.keyStart === -1 ? node.index : (JSON.parse(text.slice(node.keyStart, node.keyEnd)) as string);
}

/** Finds a value by the names on the way to it; of two members of one name the last, as JSON.parse does. */
export function nodeAt(text: string, root: JsonNode, path: readonly (string | number)[]): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const name of path) {
    node =
      typeof name === 'number'
        ? node?.children[name]
        : node?.children.findLast((child) => child.keyStart !== -1 && nameOf(text, child) === name);
  }
  return node;
}

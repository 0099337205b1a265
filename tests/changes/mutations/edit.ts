import type { OpenApiDocument } from '../../../src/openapi/document/openapi-document.ts';

/** One edit of a document, with what it does to a client that was written before. */
export interface Mutation {
  name: string;
  breaks: boolean;
  edit: (document: OpenApiDocument) => void;
  /** Why the independent tool says otherwise, where it does. */
  judgeDiffers?: string;
}

type Node = Record<string, unknown>;
type Edit = Mutation['edit'];

/** `paths /pets get`: steps are parted by blanks. Throws where there is nothing, so that no mutation edits nothing. */
function find(document: object, path: string): Node {
  return path.split(' ').reduce<Node>((node, step) => {
    const next = node[step];
    if (typeof next !== 'object' || next === null) throw new Error(`Nothing stands at ${path}: ${step}`);
    return next as Node;
  }, document as Node);
}

function split(path: string): [string, string] {
  const at = path.lastIndexOf(' ');
  return [path.slice(0, at), path.slice(at + 1)];
}

export function set(path: string, value: unknown): Edit {
  const [parent, key] = split(path);
  return (document) => void (find(document, parent)[key] = value);
}

export function drop(path: string): Edit {
  const [parent, key] = split(path);
  return (document) => {
    const node = find(document, parent);
    if (!(key in node)) throw new Error(`Nothing to drop at ${path}`);
    if (Array.isArray(node)) node.splice(Number(key), 1);
    else delete node[key];
  };
}

export function push(path: string, ...values: unknown[]): Edit {
  return (document) => void (find(document, path) as unknown as unknown[]).push(...values);
}

/** Takes a value out of a list. */
export function pull(path: string, value: unknown): Edit {
  return (document) => {
    const list = find(document, path) as unknown as unknown[];
    const index = list.indexOf(value);
    if (index < 0) throw new Error(`${String(value)} does not stand at ${path}`);
    list.splice(index, 1);
  };
}

/** Puts a list, or the members of an object, in the opposite order. */
export function turn(path: string): Edit {
  return (document) => {
    const node = find(document, path);
    if (Array.isArray(node)) return void node.reverse();
    const entries = Object.entries(node).reverse();
    for (const [key] of entries) delete node[key];
    Object.assign(node, Object.fromEntries(entries));
  };
}

export function move(from: string, to: string): Edit {
  return (document) => {
    const value = find(document, from);
    drop(from)(document);
    set(to, value)(document);
  };
}

export function all(...edits: Edit[]): Edit {
  return (document) => edits.forEach((edit) => edit(document));
}

/** Replaces what stands somewhere by what is made of it. */
export function wrap(path: string, make: (node: Node) => unknown): Edit {
  return (document) => set(path, make(find(document, path)))(document);
}

export const schema = (path: string): string => `components schemas ${path}`;
export const property = (path: string): string => schema(path.replace(' ', ' properties '));

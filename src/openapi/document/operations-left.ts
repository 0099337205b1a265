import { dirname, resolve } from 'node:path';
import { escapeStep } from '../../json-text/json-pointer.ts';
import { METHODS } from './openapi-document.ts';
import { atPointer, isRecord } from './refs.ts';

/** A part of a document: a file, and a pointer in it. */
export interface Part {
  file: string;
  pointer: string;
}

/** Parsed files by their paths, the document's own first. */
export type Files = ReadonlyMap<string, unknown>;

/**
 * How many operations of a document say nothing of its faulty parts, by no reference either, and how many there are.
 */
export function operationsLeft(files: Files, faulty: readonly Part[]): { left: number; all: number } {
  const [root] = files.keys();
  const file = files.get(root ?? '');
  const paths = isRecord(file) && isRecord(file.paths) ? file.paths : {};
  const operations = Object.entries(paths).flatMap(([path, item]) => {
    const pointer = `#/paths/${escapeStep(path)}`;
    const operations = isRecord(item) ? operationPointers(item) : [];
    // What stands beside the operations holds for all of them.
    const shared = [`${pointer}/parameters`, `${pointer}/servers`, `${pointer}/$ref`];
    return operations.map((operation) =>
      [`${pointer}/${operation}`, ...shared].map((one) => ({ file: root ?? '', pointer: one })),
    );
  });
  const graph = new Graph(files, faulty);
  const left = operations.filter((parts) => !parts.some((part) => graph.isFaulty(part)));
  return { left: left.length, all: operations.length };
}

/** `get`, `additionalOperations/COPY` */
function operationPointers(item: Record<string, unknown>): string[] {
  const others = isRecord(item.additionalOperations) ? Object.keys(item.additionalOperations) : [];
  return [
    ...METHODS.filter((method) => isRecord(item[method])),
    ...others.map((method) => `additionalOperations/${escapeStep(method)}`),
  ];
}

class Graph {
  readonly #files: Files;
  readonly #faulty: Set<string>;
  /** By part: whether it holds a fault itself, and the parts it refers to. */
  readonly #parts = new Map<string, { isFaulty: boolean; refs: Part[] }>();

  constructor(files: Files, faulty: readonly Part[]) {
    this.#files = files;
    this.#faulty = new Set(faulty.map(keyOf));
  }

  isFaulty(part: Part): boolean {
    const seen = new Set<string>();
    const queue = [part];
    for (let next = queue.pop(); next; next = queue.pop()) {
      if (seen.has(keyOf(next))) continue;
      seen.add(keyOf(next));
      const { isFaulty, refs } = this.#read(next);
      if (isFaulty) return true;
      queue.push(...refs);
    }
    return false;
  }

  #read(part: Part): { isFaulty: boolean; refs: Part[] } {
    const known = this.#parts.get(keyOf(part));
    if (known) return known;
    const result = { isFaulty: false, refs: [] as Part[] };
    this.#parts.set(keyOf(part), result);
    const queue: [unknown, string][] = [[this.#at(part), part.pointer]];
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [node, pointer] = next;
      if (this.#faulty.has(keyOf({ file: part.file, pointer }))) result.isFaulty = true;
      if (typeof node !== 'object' || node === null) continue;
      if (isRecord(node) && typeof node.$ref === 'string') result.refs.push(targetOf(part.file, node.$ref));
      for (const [key, value] of Object.entries(node)) queue.push([value, `${pointer}/${escapeStep(key)}`]);
    }
    return result;
  }

  #at({ file, pointer }: Part): unknown {
    const parsed = this.#files.get(file);
    try {
      return isRecord(parsed) ? atPointer(parsed, pointer) : undefined;
    } catch {
      return undefined;
    }
  }
}

function targetOf(file: string, ref: string): Part {
  const [path = '', pointer = ''] = ref.split('#');
  return { file: path === '' ? file : resolve(dirname(file), path), pointer: `#${pointer}` };
}

function keyOf({ file, pointer }: Part): string {
  return `${file}${pointer}`;
}

import { exec } from 'jsonpath-rfc9535';
import type { JsonValue } from 'jsonpath-rfc9535';
import { asDoubles } from '../../../json-text/exact-number.ts';
import { escapeStep } from '../../../json-text/json-pointer.ts';

/** The way to a node: names of members and places in lists. */
export type Path = readonly (string | number)[];

const ESCAPED: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/**
 * The nodes that an expression selects, each once, in the order of the document.
 * @throws where it is no JSONPath
 * @see https://www.rfc-editor.org/rfc/rfc9535
 */
export function selectNodes(document: unknown, expression: string): Path[] {
  const found = new Map<string, Path>();
  // A number with digits of its own is an object, and would be looked into.
  exec(asDoubles(document) as JsonValue, expression, (_, steps) => {
    const path = steps.map((step) => (typeof step === 'number' ? step : plainName(step)));
    found.set(pointerOf(path), path);
  });
  return [...found.values()];
}

/** Names come as they stand in a normalised path, where some signs are escaped. */
function plainName(name: string): string {
  return name.replace(/\\(?:u([\da-f]{4})|(.))/gi, (_, code: string | undefined, sign: string) =>
    code === undefined ? (ESCAPED[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** `#/paths/~1a/get` */
export function pointerOf(path: Path): string {
  return `#/${path.map((step) => escapeStep(String(step))).join('/')}`;
}

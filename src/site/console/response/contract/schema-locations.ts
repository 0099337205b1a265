/** Finds the keywords and values that a validator's errors point at. */
import type { Schema } from '../../../../openapi/document/openapi-document.ts';
import { unescapeStep } from '../../../../json-text/json-pointer.ts';
import { isRecord } from '../../../../openapi/document/refs.ts';

/** A schema with the definitions that it refers to. */
export interface RootSchema {
  $defs: Record<string, Schema>;
  $ref?: string;
  allOf?: Schema[];
}

/** The value of the keyword at a location such as `#/allOf/0/$ref/properties/id/type`. */
export function keywordAt(root: RootSchema, location: string): unknown {
  let node: unknown = root;
  for (const part of partsOf(location)) {
    if (Array.isArray(node)) node = node[Number(part)];
    else if (isRecord(node)) node = part === '$ref' ? definitionOf(root, node.$ref) : ownMember(node, part);
    else return undefined;
  }
  return node;
}

/** The schema that `#/$defs/<name>` refers to. */
export function definitionOf(root: RootSchema, ref: unknown): unknown {
  return typeof ref === 'string' ? ownMember(root.$defs, ref.slice('#/$defs/'.length)) : undefined;
}

/** The names on the way to a value, and the value: `#/data/0` → `['data', 0]`. */
export function instancePath(value: unknown, location: string): { path: (string | number)[]; found: unknown } {
  const path: (string | number)[] = [];
  let found = value;
  for (const part of partsOf(location)) {
    path.push(Array.isArray(found) ? Number(part) : part);
    found = Array.isArray(found)
      ? (found as unknown[])[Number(part)]
      : isRecord(found)
        ? ownMember(found, part)
        : undefined;
  }
  return { path, found };
}

function ownMember(object: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** @see https://www.rfc-editor.org/rfc/rfc6901#section-6 */
function partsOf(location: string): string[] {
  return location
    .split('/')
    .slice(1)
    .map((part) => unescapeStep(decode(part)));
}

function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

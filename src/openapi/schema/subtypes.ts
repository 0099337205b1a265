import { escapeStep } from '../../json-text/json-pointer.ts';
import type { SchemaObject, SchemaRoot } from '../document/openapi-document.ts';
import { refName } from './component-ref.ts';

const known = new WeakMap<SchemaRoot, Map<unknown, string[]>>();

/**
 * The components that include a base, directly or by another of them, as `$ref`s; the base is told by its discriminator, which
 * stays the same object however it is merged.
 * @see https://spec.openapis.org/oas/v3.1.1.html#models-with-polymorphism-support
 */
export function subtypesOf(document: SchemaRoot, discriminator: SchemaObject['discriminator']): string[] {
  const index = known.get(document) ?? indexOf(document);
  known.set(document, index);
  return index.get(discriminator) ?? [];
}

function indexOf(document: SchemaRoot): Map<unknown, string[]> {
  const [schemas, prefix] =
    'openapi' in document
      ? [document.components?.schemas ?? {}, '#/components/schemas/']
      : [document.$defs, '#/$defs/'];
  const children = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    for (const part of (typeof schema === 'object' ? schema.allOf : undefined) ?? []) {
      const base = refName(part);
      if (base !== undefined) children.set(base, [...(children.get(base) ?? []), name]);
    }
  }
  const index = new Map<unknown, string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    if (typeof schema !== 'object' || !schema.discriminator || schema.oneOf || schema.anyOf) continue;
    const all = new Set<string>();
    const queue = [...(children.get(name) ?? [])];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (all.has(next) || next === name) continue;
      all.add(next);
      queue.push(...(children.get(next) ?? []));
    }
    index.set(
      schema.discriminator,
      [...all].map((child) => prefix + escapeStep(child)),
    );
  }
  return index;
}

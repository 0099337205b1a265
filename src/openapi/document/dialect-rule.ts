import type { Oas3Rule } from '@redocly/openapi-core';
import { isRecord } from './refs.ts';
import type { Faults } from './faults.ts';

/** Keywords that a schema of 3.0 does not know. */
const NEWER = [
  ...['const', 'examples', 'prefixItems', 'if', 'patternProperties', 'propertyNames', 'contains', '$defs'],
  ...['dependentRequired', 'dependentSchemas', 'unevaluatedProperties', 'unevaluatedItems'],
  ...['contentEncoding', 'contentMediaType', 'contentSchema', '$dynamicRef'],
];

/** Tells each word of another version: all are read as they are meant there. */
export function dialectRule(faults: Faults): Oas3Rule {
  return () => ({
    Schema(node, { specVersion, location }) {
      const schema: unknown = node;
      if (!isRecord(schema)) return;
      const is30 = specVersion === 'oas3_0';
      const words = is30 ? newerWords(schema) : olderWords(schema);
      const [other, own] = is30 ? ['3.1', '3.0'] : ['3.0', specVersion === 'oas3_2' ? '3.2' : '3.1'];
      for (const [word, how] of words)
        faults.add(
          `${how} is a word of OpenAPI ${other} in a document of ${own}, and is read as ${other} means it`,
          location.child([word]),
        );
    },
  });
}

function newerWords(schema: Record<string, unknown>): [word: string, how: string][] {
  const words = NEWER.filter((word) => Object.hasOwn(schema, word)).map((word): [string, string] => [
    word,
    `\`${word}\``,
  ]);
  if (Array.isArray(schema.type)) words.push(['type', 'a list of types']);
  if (schema.type === 'null') words.push(['type', 'the type `null`']);
  for (const bound of ['exclusiveMinimum', 'exclusiveMaximum'])
    if (typeof schema[bound] === 'number') words.push([bound, `a number as \`${bound}\``]);
  return words;
}

function olderWords(schema: Record<string, unknown>): [word: string, how: string][] {
  const words: [string, string][] = [];
  if (Object.hasOwn(schema, 'nullable')) words.push(['nullable', '`nullable`']);
  for (const bound of ['exclusiveMinimum', 'exclusiveMaximum'])
    if (typeof schema[bound] === 'boolean') words.push([bound, `a boolean \`${bound}\``]);
  if (Array.isArray(schema.items)) words.push(['items', 'a list of `items`']);
  return words;
}

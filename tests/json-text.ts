import { parseJson } from '../src/json-text/tree.ts';
import type { JsonNode } from '../src/json-text/tree.ts';
import { fc } from './fast-check.ts';

/** A number as JSON may write it: longer than a double holds, with zeros at its end, too large. */
export const numberText = fc.stringMatching(/^-?(?:0|[1-9]\d{0,30})(?:\.\d{1,20})?(?:[eE][+-]?\d{1,3})?$/);

const sign = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.constantFrom('\ud800', '"', "'", '\\', '$', '`', '#', '{', '\n', '\u2028'),
);
const string = fc.string({ unit: sign, maxLength: 8 });

/** A JSON text with numbers and texts of any kind; no name stands twice in an object. */
export const jsonText = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    numberText,
    string.map((text) => JSON.stringify(text)),
    fc.constantFrom('true', 'false', 'null'),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
    fc.dictionary(string, tie('value'), { maxKeys: 4 }).map((map) => {
      const members = Object.entries(map).map(([name, text]) => `${JSON.stringify(name)}: ${text}`);
      return `{${members.join()}}`;
    }),
  ),
})).value;

/** JSON as it was written, without white space, its members sorted, its texts escaped alike. */
export function canonicalJson(text: string): string {
  const root = parseJson(text);
  return root === undefined ? `no JSON: ${text}` : canonical(text, root);
}

function canonical(text: string, { type, start, end, children }: JsonNode): string {
  if (type === 'array') return `[${children.map((child) => canonical(text, child)).join()}]`;
  const source = text.slice(start, end);
  if (type !== 'object') return type === 'string' ? JSON.stringify(JSON.parse(source)) : source;
  const members = children.map((child) => `${JSON.stringify(child.name)}:${canonical(text, child)}`);
  return `{${members.toSorted().join()}}`;
}

import type { OpenApiDocument } from '../document/openapi-document.ts';
import type { Parameter } from '../model/operations.ts';
import { parameterExample } from '../schema/example.ts';
import { flatten } from '../schema/flatten.ts';
import { typesOf } from '../schema/value-types.ts';
import { encodePath, encodeQuery, wirePairs, wireText } from './serialize.ts';

/** A longer one tells no more. */
const MAX_LENGTH = 160;

/** How an example of a list or object looks when it is sent, and of any value whose style puts signs around it; else `undefined`. */
export function sentAs(document: OpenApiDocument, parameter: Parameter): string | undefined {
  const types = typesOf(flatten(document, parameter.schema));
  const isStyled = parameter.style === 'matrix' || parameter.style === 'label';
  if (!isStyled && !types.some((type) => type === 'array' || type === 'object')) return undefined;
  const value = parameterExample(document, { ...parameter, required: true });
  if (value === undefined || (!isStyled && typeof value !== 'object')) return undefined;
  const text = onTheWire(parameter, value);
  return text.length <= MAX_LENGTH ? text : undefined;
}

function onTheWire(parameter: Parameter, value: unknown): string {
  if (parameter.in === 'path') return encodePath(wireText(parameter, value));
  if (parameter.in === 'header') return wireText(parameter, value);
  return wirePairs(parameter, value)
    .map(([name, text]) => `${encodeQuery(name)}=${encodeQuery(text)}`)
    .join(parameter.in === 'cookie' ? '; ' : '&');
}

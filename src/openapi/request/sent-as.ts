import { isNumeric } from '../../json-text/exact-number.ts';
import type { OpenApiDocument } from '../document/openapi-document.ts';
import type { Parameter } from '../model/operations.ts';
import { parameterExample } from '../schema/example.ts';
import { flatten } from '../schema/flatten.ts';
import { typesOf } from '../document/schema-types.ts';
import { bodyPartsOf } from './body-parts.ts';
import { querystringText } from './querystring.ts';
import { cookiePairs, headerText, pathText, queryPairs } from './serialize.ts';

/** A longer one tells no more. */
const MAX_LENGTH = 160;

/**
 * How an example of a parameter looks when it is sent, where that is not plain to see: of a list or object, of any value whose style
 * puts signs around it, that is a serialised document, or whose reserved characters stay; else `undefined`.
 */
export function sentAs(document: OpenApiDocument, parameter: Parameter): string | undefined {
  const told = parameter.examples[0]?.serialized;
  if (told !== undefined && told.length <= MAX_LENGTH) return told;
  const types = typesOf(flatten(document, parameter.schema));
  const { style, mediaType, allowReserved } = parameter;
  const isStyled = style === 'matrix' || style === 'label' || mediaType !== undefined || allowReserved === true;
  if (!isStyled && !types.some((type) => type === 'array' || type === 'object')) return undefined;
  const value = parameterExample(document, { ...parameter, required: true });
  if (value === undefined || (!isStyled && (typeof value !== 'object' || isNumeric(value)))) return undefined;
  const text = onTheWire(document, parameter, value);
  return text.length <= MAX_LENGTH ? text : undefined;
}

function onTheWire(document: OpenApiDocument, parameter: Parameter, value: unknown): string {
  if (parameter.in === 'querystring') {
    const { mediaType = '', schema, encoding } = parameter;
    const parts = bodyPartsOf(document, { mediaType, schema, examples: [], ...(encoding && { encoding }) });
    return querystringText({ mediaType, parts }, value);
  }
  if (parameter.in === 'path') return pathText(parameter, value);
  if (parameter.in === 'header') return headerText(parameter, value);
  return parameter.in === 'cookie' ? cookiePairs(parameter, value).join('; ') : queryPairs(parameter, value).join('&');
}

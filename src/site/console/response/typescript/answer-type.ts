import type { OperationSlice } from '../../../../openapi/slice.ts';
import type { Answer } from '../../exchange.ts';
import { documentedContent, documentedResponse } from '../documented.ts';
import { typesOfSchema } from './schema-type.ts';
import { typeOfValue } from './value-type.ts';

/** The TypeScript type of a JSON answer: what the document says of it, else what the answer shows. */
export function typesOfAnswer(slice: OperationSlice, { status, mediaType, text = '' }: Answer): string {
  const response = documentedResponse(slice, status);
  const schema = response && documentedContent(response, mediaType)?.schema;
  const operation = slice.operationId.replace(/[^\p{ID_Continue}]+(.?)/gu, (_, letter: string) => letter.toUpperCase());
  const title = operation.replace(/^(?!\p{ID_Start})/u, '_').replace(/^./u, (letter) => letter.toUpperCase());
  const name = `${title}${response?.key === slice.success ? 'Response' : `Response${status}`}`;
  return schema === undefined || schema === true
    ? typeOfValue(JSON.parse(text), name)
    : typesOfSchema(schema, slice.$defs, name);
}

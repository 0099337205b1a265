import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import type { ApiResponse } from '../../../session/request/send-request.ts';
import { documentedContent, documentedResponse } from '../documented-response.ts';
import { typesOfSchema } from './schema-type.ts';
import { typeOfValue } from './value-type.ts';

/** The TypeScript type of a JSON answer: what the document says of it, else what the answer shows. */
export function typesOfAnswer(operation: BundledOperation, { status, mediaType, text = '' }: ApiResponse): string {
  const response = documentedResponse(operation, status);
  const schema = response && documentedContent(response, mediaType)?.schema;
  const identifier = operation.operationId.replace(/[^\p{ID_Continue}]+(.?)/gu, (_, letter: string) =>
    letter.toUpperCase(),
  );
  const title = identifier.replace(/^(?!\p{ID_Start})/u, '_').replace(/^./u, (letter) => letter.toUpperCase());
  const name = `${title}${response?.key === operation.success ? 'Response' : `Response${status}`}`;
  return schema === undefined || schema === true
    ? typeOfValue(JSON.parse(text), name)
    : typesOfSchema(schema, operation.$defs, name);
}

import { METHODS } from '../../src/openapi/document/openapi-document.ts';
import type {
  OpenApiDocument,
  OperationObject,
  ParameterObject,
  Ref,
  SchemaObject,
} from '../../src/openapi/document/openapi-document.ts';
import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';

/** Prints the sandbox's route table: every operation with its path, what it asks of the caller, and its query parameters. */
export async function renderOperations(): Promise<string> {
  const document = await loadDocument(SPEC_FILE);
  const rows: string[] = [];
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) rows.push(`  ${JSON.stringify(row(document, method, path, operation))},`);
    }
  }
  return [
    `import type { Operation } from '../operations/operation.ts';`,
    `export const operations = [\n${rows.join('\n')}\n] as const satisfies readonly Operation[];`,
    `export type OperationId = (typeof operations)[number]['id'];`,
  ].join('\n\n');
}

function row(document: OpenApiDocument, method: string, path: string, operation: OperationObject): object {
  const { operationId, security = [], requestBody, responses = {} } = operation;
  const body = requestBody && resolve(document, requestBody);
  return {
    id: operationId,
    method: method.toUpperCase(),
    path,
    scope: security.find((scheme) => scheme['oauth2'])?.['oauth2']?.[0],
    level: operation['x-key-level'],
    status: Number(Object.keys(responses).find((status) => status.startsWith('2'))),
    body: body === undefined ? 'none' : body.required ? 'required' : 'optional',
    query: queryOf(document, operation),
  };
}

function queryOf(document: OpenApiDocument, operation: OperationObject): object {
  const parameters = (operation.parameters ?? []).map((parameter) => resolve(document, parameter));
  const query = parameters.filter((parameter): parameter is ParameterObject => parameter.in === 'query');
  return Object.fromEntries(query.map((parameter) => [parameter.name, shapeOf(document, parameter)]));
}

function shapeOf(document: OpenApiDocument, parameter: ParameterObject): object {
  const schema: SchemaObject = resolve(document, parameter.schema as Ref<SchemaObject>);
  const { type, minimum, maximum, minLength, maxLength, format, enum: values } = schema;
  if (type !== 'integer' && type !== 'boolean' && type !== 'string') {
    throw new Error(`The query parameter ${parameter.name} has a type that the sandbox does not read: ${String(type)}`);
  }
  return { type, minimum, maximum, minLength, maxLength, format, enum: values };
}

function resolve<T extends object>(document: OpenApiDocument, value: Ref<T>): T {
  if (!('$ref' in value) || typeof value.$ref !== 'string') return value as T;
  let target: unknown = document;
  for (const part of value.$ref.slice(2).split('/')) target = (target as Record<string, unknown>)[part];
  return resolve(document, target as Ref<T>);
}

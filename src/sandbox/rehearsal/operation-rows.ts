import { METHODS } from '../../openapi/document/openapi-document.ts';
import type {
  OpenApiDocument,
  OperationObject,
  ParameterObject,
  Ref,
  SchemaObject,
} from '../../openapi/document/openapi-document.ts';

/** The rows of a document's route table. @throws {Error} with the operation that says something the sandbox cannot keep */
export function operationRows(document: OpenApiDocument): object[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [row(document, method, path, operation)] : [];
    }),
  );
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
    ...(operation.deprecated && { deprecation: deprecationOf(operation) }),
  };
}

/** `deprecated: true` says that it is; `x-deprecated` since when, `x-sunset` until when it works: dates of RFC 3339. */
function deprecationOf(operation: OperationObject): object {
  const at = (name: 'x-deprecated' | 'x-sunset'): number | undefined => {
    const value = operation[name];
    if (value === undefined) return undefined;
    const time = Date.parse(String(value));
    if (Number.isNaN(time)) throw new Error(`${operation.operationId}: ${name} is no date: ${String(value)}`);
    return time / 1000;
  };
  const [since, sunset] = [at('x-deprecated'), at('x-sunset')];
  if (since === undefined)
    throw new Error(`${operation.operationId} is deprecated: it needs x-deprecated, the date since when`);
  if (sunset !== undefined && sunset < since)
    throw new Error(`${operation.operationId}: x-sunset is before x-deprecated`);
  return { since, sunset };
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

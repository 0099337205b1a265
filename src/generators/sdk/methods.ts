import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { addressesOf } from '../../openapi/model/address.ts';
import { isJson } from '../../openapi/document/media-types.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import type { Operation, Parameter, Response } from '../../openapi/model/operations.ts';
import { flatten } from '../../openapi/schema/flatten.ts';
import { isNullable } from '../../openapi/schema/nullable.ts';
import { pagingOf } from './paging.ts';
import type { SdkPaging } from './paging.ts';
import type { SdkType } from './sdk-type.ts';
import type { TypeTable } from './type-table.ts';
import { pascalCase } from './words.ts';

export interface SdkMethod {
  /** `create`, the last part of the full name; snake_case. */
  name: string;
  /** `visitors.sessions.list`, as `x-sdk-method` says. */
  fullName: string;
  operationId: string;
  httpMethod: string;
  /** `/contacts/{id}`. */
  path: string;
  /** In the order of the path; each is required. */
  pathParameters: SdkParameter[];
  queryParameters: SdkParameter[];
  body?: SdkBody;
  /** Absent where the answer has no body. */
  result?: SdkType;
  /** The status of success. */
  status: number;
  paging?: SdkPaging;
  summary: string;
  /** Markdown. */
  description: string;
  /** The operation's page. */
  docUrl: string;
  deprecated: boolean;
  /** What an API key needs. */
  keyLevel?: string;
  /** What an OAuth token needs. */
  scope?: string;
  /** Whether the call may be sent again when nobody knows if it has run: it reads only, or says what shall be. */
  isRepeatable: boolean;
  /** Codes it can answer with. */
  errorCodes: string[];
  /** Arguments that the sandbox accepts, by the document. */
  example: { path: Record<string, string>; body?: unknown };
}

export interface SdkParameter {
  name: string;
  type: SdkType;
  required: boolean;
  deprecated: boolean;
  description: string;
  default?: unknown;
  example?: unknown;
}

export interface SdkBody {
  required: boolean;
  /** The first one is sent. */
  contentTypes: string[];
  type: SdkType;
  /** What is left out stays as it is, null clears: absent and null must be kept apart. */
  isMergePatch: boolean;
}

/** @throws for an operation without a well-formed `x-sdk-method` */
export function methodsOf(document: OpenApiDocument, site: string, types: TypeTable): SdkMethod[] {
  const addresses = addressesOf(document);
  return listOperations(document).map((operation) => {
    const address = new URL(addresses.operation(operation), site).href;
    return methodOf(document, operation, address, types);
  });
}

function methodOf(document: OpenApiDocument, operation: Operation, docUrl: string, types: TypeTable): SdkMethod {
  const { operationId, method, path, summary, description, deprecated, extensions, security } = operation;
  const fullName = nameOf(operation);
  const success = operation.responses.find(({ status }) => status.startsWith('2'));
  const result = success && resultOf(document, success, operationId, types);
  const paging = result && pagingOf(operation, result, types);
  const body = bodyOf(operation, types);
  const keyLevel = extensions['x-key-level'];
  const scope = security.flatMap((requirement) => Object.values(requirement).flat())[0];
  return {
    name: fullName.slice(fullName.lastIndexOf('.') + 1),
    fullName,
    operationId,
    httpMethod: method.toUpperCase(),
    path,
    pathParameters: parametersIn('path', document, operation, types),
    queryParameters: parametersIn('query', document, operation, types),
    ...(body && { body }),
    ...(result && { result }),
    status: Number(success?.status ?? 200),
    ...(paging && { paging }),
    summary,
    description: description.trim(),
    docUrl,
    deprecated,
    ...(keyLevel !== undefined && { keyLevel: String(keyLevel) }),
    ...(scope !== undefined && { scope }),
    isRepeatable: ['get', 'head', 'put', 'delete'].includes(method) || keyLevel === 'read',
    errorCodes: errorCodesOf(operation),
    example: exampleOf(operation),
  };
}

function nameOf({ operationId, extensions }: Operation): string {
  const name = extensions['x-sdk-method'];
  if (typeof name === 'string' && /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+$/.test(name)) return name;
  throw new Error(`${operationId} has no well-formed x-sdk-method, such as contacts.create: ${String(name)}`);
}

function resultOf(
  document: OpenApiDocument,
  { content }: Response,
  operationId: string,
  types: TypeTable,
): SdkType | undefined {
  const schema = content[0]?.schema;
  if (schema === undefined) return undefined;
  const type = types.use(schema, `${pascalCase(operationId)}Result`, 'response');
  return isNullable(document, schema) ? { kind: 'nullable', of: type } : type;
}

function parametersIn(
  place: Parameter['in'],
  document: OpenApiDocument,
  { operationId, path, parameters }: Operation,
  types: TypeTable,
): SdkParameter[] {
  const all = parameters.filter((parameter) => parameter.in === place);
  if (place === 'path') all.sort((a, b) => path.indexOf(`{${a.name}}`) - path.indexOf(`{${b.name}}`));
  return all.map(({ name, required, deprecated, description, schema, examples }) => {
    const flat = flatten(document, schema);
    const example = examples[0]?.value ?? flat.examples?.[0];
    return {
      name,
      type: types.use(schema, pascalCase(`${operationId} ${name}`), 'request'),
      required,
      deprecated,
      description,
      ...(flat.default !== undefined && { default: flat.default }),
      ...(example !== undefined && { example }),
    };
  });
}

function bodyOf({ operationId, method, requestBody }: Operation, types: TypeTable): SdkBody | undefined {
  const [media] = requestBody?.content.filter(({ mediaType }) => isJson(mediaType)) ?? [];
  if (!requestBody || !media) return undefined;
  return {
    required: requestBody.required,
    contentTypes: requestBody.content.map(({ mediaType }) => mediaType),
    type: types.use(media.schema ?? true, `${pascalCase(operationId)}Body`, 'request'),
    isMergePatch: method === 'patch',
  };
}

function errorCodesOf({ responses }: Operation): string[] {
  return [...new Set(responses.flatMap(({ extensions }) => (extensions['x-error-codes'] ?? []) as string[]))];
}

function exampleOf({ parameters, requestBody }: Operation): SdkMethod['example'] {
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const body = requestBody?.content[0]?.examples[0]?.value;
  return {
    path: Object.fromEntries(inPath.map(({ name, examples }) => [name, String(examples[0]?.value)])),
    ...(body !== undefined && { body }),
  };
}

import { METHODS } from '../document/openapi-document.ts';
import type { OpenApiDocument, Schema } from '../document/openapi-document.ts';
import { DowngradeError, toSchema30 } from './downgrade-schema.ts';
import { escapeStep } from '../../json-text/json-pointer.ts';

type Node = Record<string, unknown>;
type Convert = (value: unknown, pointer: string) => unknown;

const copy: Convert = (value) => value;
const schema: Convert = (value, pointer) => toSchema30(value as Schema, pointer);

/** Converts every value of a map, whatever its keys. */
function map(convert: Convert): Convert {
  return (value, pointer) =>
    Object.fromEntries(
      Object.entries(value as Node).map(([key, each]) => [key, convert(each, `${pointer}/${escapeStep(key)}`)]),
    );
}

function list(convert: Convert): Convert {
  return (value, pointer) => (value as unknown[]).map((each, index) => convert(each, `${pointer}/${index}`));
}

/** Converts an object field by field. A field that 3.0 does not know is an error, an extension is copied. */
function object(fields: () => Record<string, Convert>): Convert {
  return (value, pointer) => {
    const node = value as Node;
    // Beside a $ref, 3.1 allows a summary and a description, which 3.0 would ignore.
    if ('$ref' in node) return { $ref: node.$ref };
    const known = fields();
    const result: Node = {};
    for (const [key, each] of Object.entries(node)) {
      const convert = key.startsWith('x-') ? copy : known[key];
      if (!convert) throw new DowngradeError(pointer, `OpenAPI 3.0 has no field '${key}' here`);
      result[key] = convert(each, `${pointer}/${escapeStep(key)}`);
    }
    return result;
  };
}

function copies(...names: string[]): Record<string, Convert> {
  return Object.fromEntries(names.map((name) => [name, copy]));
}

const example = object(() => copies('summary', 'description', 'value', 'externalValue'));

const header = object(() => ({
  ...copies('description', 'required', 'deprecated', 'allowEmptyValue', 'style', 'explode', 'allowReserved', 'example'),
  schema,
  examples: map(example),
  content: map(mediaType),
}));

const parameter = object(() => ({
  ...copies('name', 'in', 'description', 'required', 'deprecated', 'allowEmptyValue', 'style', 'explode'),
  ...copies('allowReserved', 'example'),
  schema,
  examples: map(example),
  content: map(mediaType),
}));

const encoding = object(() => ({
  ...copies('contentType', 'style', 'explode', 'allowReserved'),
  headers: map(header),
}));

const mediaType = object(() => ({ ...copies('example'), schema, examples: map(example), encoding: map(encoding) }));

const requestBody = object(() => ({ ...copies('description', 'required'), content: map(mediaType) }));

const response = object(() => ({
  ...copies('description', 'links'),
  headers: map(header),
  content: map(mediaType),
}));

const operation: Convert = (value, pointer) => {
  if (!(value as Node).responses) throw new DowngradeError(pointer, `OpenAPI 3.0 requires 'responses'`);
  return operationFields(value, pointer);
};

const operationFields = object(() => ({
  ...copies('tags', 'summary', 'description', 'externalDocs', 'operationId', 'deprecated', 'security', 'servers'),
  parameters: list(parameter),
  requestBody,
  responses: map(response),
  callbacks: map(callback),
}));

const pathItem = object(() => ({
  ...copies('summary', 'description', 'servers'),
  parameters: list(parameter),
  ...Object.fromEntries(METHODS.filter((method) => method !== 'query').map((method) => [method, operation])),
}));

const callback: Convert = (value, pointer) => ('$ref' in (value as Node) ? value : map(pathItem)(value, pointer));

const securityScheme: Convert = (value, pointer) => {
  const { type } = value as Node;
  if (type === 'mutualTLS') throw new DowngradeError(pointer, `OpenAPI 3.0 has no security scheme 'mutualTLS'`);
  return value;
};

const components = object(() => ({
  ...copies('links'),
  schemas: map(schema),
  responses: map(response),
  parameters: map(parameter),
  examples: map(example),
  requestBodies: map(requestBody),
  headers: map(header),
  securitySchemes: map(securityScheme),
  callbacks: map(callback),
}));

/** `identifier` is 3.1's; 3.0 has a URL for the same purpose. The summary has no place in 3.0 and is left out. */
const info: Convert = (value) => {
  const { license, ...rest } = value as OpenApiDocument['info'];
  delete rest.summary;
  if (!license) return rest;
  const { identifier, ...others } = license;
  return { ...rest, license: identifier ? { url: `https://spdx.org/licenses/${identifier}.html`, ...others } : others };
};

const document = object(() => ({
  ...copies('servers', 'security', 'tags', 'externalDocs'),
  openapi: () => '3.0.3',
  info,
  paths: map(pathItem),
  webhooks: map(pathItem),
  components,
}));

/**
 * Derives an OpenAPI 3.0 document from a bundled 3.1 one. Schemas accept the same values as before; `webhooks`, which
 * 3.0 does not have, stand under `x-webhooks`. The source is not changed.
 * @throws {DowngradeError} on a field or keyword that 3.0 has no words for, with its place
 * @see https://www.openapis.org/blog/2021/02/16/migrating-from-openapi-3-0-to-3-1-0
 */
export function toOpenApi30(source: OpenApiDocument): OpenApiDocument {
  if (!source.openapi.startsWith('3.1.')) throw new DowngradeError('#/openapi', 'only OpenAPI 3.1 can be converted');
  const { webhooks, components: shared, ...converted } = document(source, '#') as OpenApiDocument;
  return {
    ...converted,
    paths: converted.paths ?? {},
    ...(webhooks && { 'x-webhooks': webhooks }),
    ...(shared && { components: shared }),
  };
}

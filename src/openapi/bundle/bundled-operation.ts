import type { BodyPart } from '../request/body-parts.ts';
import { bodyPartsOf } from '../request/body-parts.ts';
import type { BundledBody } from './bundled-body.ts';
import { bundleBody } from './bundled-body.ts';
import { Definitions } from './definitions.ts';
import type { OpenApiDocument, Schema, SecurityRequirement } from '../document/openapi-document.ts';
import type { IdLink } from './id-patterns.ts';
import { parameterExample } from '../schema/example.ts';
import { methodText } from '../model/method.ts';
import type { Operation, Parameter, Response } from '../model/operations.ts';
import { schemeOf } from '../model/security.ts';
import { serverUrls } from '../model/server-urls.ts';

/**
 * All that a console needs of one operation, without the rest of the document.
 * Schemas are JSON Schema 2020-12 whatever the document's version, each `$ref` in them is `#/$defs/<name>`.
 */
export interface BundledOperation {
  operationId: string;
  /** As it is sent: `POST`. */
  method: string;
  /** As in the document: `/pets/{id}`. */
  path: string;
  summary: string;
  deprecated: boolean;
  /** In the document's order, variables filled with their defaults. */
  servers: { url: string; description: string }[];
  parameters: BundledParameter[];
  body?: BundledBody;
  /** Status of the documented success: `201`. */
  success: string;
  responses: Record<string, BundledResponse>;
  /** Alternatives; every scheme of one alternative is needed. Empty: no authentication. */
  security: BundledSecurity[][];
  /** The operation's `x-…` members. */
  extensions: Record<string, unknown>;
  $defs: Record<string, Schema>;
  /** Where ids in an answer lead to. */
  links?: AddressedIdLink[];
}

export interface AddressedIdLink extends IdLink {
  /** Of the operation's page. */
  address: string;
}

export interface BundledParameter {
  name: string;
  in: 'path' | 'query' | 'querystring' | 'header' | 'cookie';
  required: boolean;
  deprecated: boolean;
  /** Markdown. */
  description: string;
  schema: Schema;
  /** @see https://spec.openapis.org/oas/v3.1.1#style-values */
  style: string;
  explode: boolean;
  /** Set where reserved characters of a query value stay as they are. */
  allowReserved?: true;
  /** Set only where the document gives one, or where the parameter is required. */
  example?: unknown;
  /** Set where the value is a serialised document (`application/json` in a query parameter). */
  mediaType?: string;
  /** Of a query that is a form: its members that are not sent as plain text, by name. */
  parts?: Record<string, BodyPart>;
}

export interface BundledResponse {
  /** Markdown. */
  description: string;
  headers: { name: string; required: boolean }[];
  content: { mediaType: string; schema?: Schema; itemSchema?: Schema; example?: unknown }[];
  /** The response's `x-…` members. */
  extensions: Record<string, unknown>;
}

export interface BundledSecurity {
  /** Key in `components.securitySchemes`. */
  id: string;
  type: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect' | 'mutualTLS';
  /** `bearer`, `basic` … of an `http` scheme. */
  scheme?: string;
  /** Place of an `apiKey`. */
  in?: 'query' | 'header' | 'cookie';
  name?: string;
  scopes: string[];
}

const bundled = new WeakMap<Operation, BundledOperation>();

/** Cuts one operation out of its document. Made once: its page, its samples and its Markdown ask for it. */
export function bundleOperation(document: OpenApiDocument, operation: Operation): BundledOperation {
  const result = bundled.get(operation) ?? cutOperation(document, operation);
  bundled.set(operation, result);
  return result;
}

function cutOperation(document: OpenApiDocument, operation: Operation): BundledOperation {
  const schemas = new Definitions(document);
  return {
    operationId: operation.operationId,
    method: methodText(operation.method),
    path: operation.path,
    summary: operation.summary,
    deprecated: operation.deprecated,
    servers: serverUrls(operation.servers).map(({ url, description }) => ({ url, description })),
    parameters: operation.parameters.map((parameter) => bundleParameter(document, schemas, parameter)),
    ...(operation.requestBody && { body: bundleBody(document, schemas, operation.requestBody) }),
    success: successStatus(operation),
    responses: Object.fromEntries(
      operation.responses.map((response) => [response.status, bundleResponse(schemas, response)]),
    ),
    security: operation.security.map((alternative) => bundleSecurity(document, alternative)),
    extensions: operation.extensions,
    $defs: schemas.definitions,
  };
}

/** The first documented 2xx, else `default`, else the first of all, else `200`. */
export function successStatus(operation: Operation): string {
  const statuses = operation.responses.map(({ status }) => status);
  return (
    statuses.find((status) => status.startsWith('2')) ??
    statuses.find((status) => status === 'default') ??
    statuses[0] ??
    '200'
  );
}

function bundleParameter(document: OpenApiDocument, schemas: Definitions, parameter: Parameter): BundledParameter {
  const { name, required, deprecated, description, style, explode, allowReserved, mediaType, encoding } = parameter;
  const form = parameter.in === 'querystring' && { mediaType: mediaType ?? '', schema: parameter.schema, examples: [] };
  const parts = form ? bodyPartsOf(document, { ...form, ...(encoding && { encoding }) }) : {};
  const example = parameterExample(document, parameter);
  return {
    name,
    in: parameter.in,
    required,
    deprecated,
    description,
    schema: schemas.take(parameter.schema),
    style,
    explode,
    ...(allowReserved && { allowReserved }),
    ...(example !== undefined && { example }),
    ...(mediaType && { mediaType }),
    ...(Object.keys(parts).length > 0 && { parts }),
  };
}

function bundleResponse(schemas: Definitions, response: Response): BundledResponse {
  return {
    description: response.description,
    headers: response.headers.map(({ name, required }) => ({ name, required })),
    content: response.content.map((media) => {
      const [example] = media.examples;
      return {
        mediaType: media.mediaType,
        ...(media.schema !== undefined && { schema: schemas.take(media.schema) }),
        ...(media.itemSchema !== undefined && { itemSchema: schemas.take(media.itemSchema) }),
        ...(example?.value !== undefined && { example: example.value }),
      };
    }),
    extensions: response.extensions,
  };
}

/** What the document does not declare says nothing of what is sent. */
function bundleSecurity(document: OpenApiDocument, alternative: SecurityRequirement): BundledSecurity[] {
  return Object.entries(alternative).flatMap(([id, scopes]) => {
    const declared = schemeOf(document, id);
    if (!declared) return [];
    const { type, scheme, in: place, name } = declared;
    return [
      {
        id,
        type,
        ...(scheme && { scheme: scheme.toLowerCase() }),
        ...(place && { in: place }),
        ...(name && { name }),
        scopes,
      },
    ];
  });
}

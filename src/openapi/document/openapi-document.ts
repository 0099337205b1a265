/**
 * The parts of an OpenAPI 3.0, 3.1 or 3.2 document that this project reads, as types.
 * Every object may carry `x-` extensions; a value typed `Ref<T>` may stand as a `$ref`.
 * @see https://spec.openapis.org/oas/v3.2.0
 */

import type { Extensions } from './extensions.ts';
import type { SecurityScheme } from './security-scheme.ts';
import type { XmlObject } from './xml-object.ts';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface Reference {
  $ref: string;
  summary?: string;
  description?: string;
}

export type Ref<T> = T | Reference;

export interface OpenApiDocument extends Extensions {
  openapi: string;
  /** Its own address: what its relative references are relative to. */
  $self?: string;
  info: Info;
  jsonSchemaDialect?: string;
  servers?: Server[];
  paths?: Record<string, PathItem>;
  webhooks?: Record<string, Ref<PathItem>>;
  components?: Components;
  security?: SecurityRequirement[];
  tags?: Tag[];
  externalDocs?: ExternalDocs;
}

export interface Info extends Extensions {
  title: string;
  version: string;
  summary?: string;
  description?: string;
  termsOfService?: string;
  contact?: { name?: string; url?: string; email?: string };
  license?: { name: string; identifier?: string; url?: string };
}

export interface Server extends Extensions {
  url: string;
  name?: string;
  description?: string;
  variables?: Record<string, { enum?: string[]; default: string; description?: string }>;
}

export interface Tag extends Extensions {
  name: string;
  summary?: string;
  description?: string;
  /** The tag that it is nested under. */
  parent?: string;
  /** What sort of tag it is: `nav`, `badge`, `audience`, or any other word. */
  kind?: string;
  externalDocs?: ExternalDocs;
}

export interface ExternalDocs extends Extensions {
  url: string;
  description?: string;
}

export type SecurityRequirement = Record<string, string[]>;

/** In the order in which a page lists the operations of one path: read, create, change, delete, the rest. */
export const METHODS = ['get', 'query', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'] as const;

/** One of `METHODS`, or another one as it is sent: `COPY`. */
export type Method = string;

export type PathItem = Extensions & { [method in (typeof METHODS)[number]]?: OperationObject } & {
  $ref?: string;
  summary?: string;
  description?: string;
  servers?: Server[];
  parameters?: Ref<ParameterObject>[];
  /** By methods that have no member of their own, as they are sent. */
  additionalOperations?: Record<string, OperationObject>;
};

export interface OperationObject extends Extensions {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  externalDocs?: ExternalDocs;
  parameters?: Ref<ParameterObject>[];
  requestBody?: Ref<RequestBodyObject>;
  responses?: Record<string, Ref<ResponseObject>>;
  callbacks?: Record<string, Ref<Record<string, PathItem>>>;
  deprecated?: boolean;
  security?: SecurityRequirement[];
  servers?: Server[];
}

/** What a parameter and a header have in common. */
export interface HeaderObject extends Extensions {
  description?: string;
  required?: boolean;
  deprecated?: boolean;
  allowEmptyValue?: boolean;
  style?: string;
  explode?: boolean;
  allowReserved?: boolean;
  schema?: SchemaObject;
  content?: Record<string, Ref<MediaTypeObject>>;
  example?: unknown;
  examples?: Record<string, Ref<ExampleObject>>;
}

export interface ParameterObject extends HeaderObject {
  name: string;
  /** `querystring` is the whole query as one value. */
  in: 'query' | 'querystring' | 'header' | 'path' | 'cookie';
}

export interface RequestBodyObject extends Extensions {
  description?: string;
  required?: boolean;
  content: Record<string, Ref<MediaTypeObject>>;
}

export interface MediaTypeObject extends PartEncodings, Extensions {
  schema?: SchemaObject;
  /** Of each item of a body whose items come one after the other. */
  itemSchema?: Schema;
  example?: unknown;
  examples?: Record<string, Ref<ExampleObject>>;
}

/** How the parts of a form or multipart body are sent: by name, or by their place. */
export interface PartEncodings {
  encoding?: Record<string, EncodingObject>;
  prefixEncoding?: EncodingObject[];
  itemEncoding?: EncodingObject;
}

/** How one member of a form or multipart body is sent. */
export interface EncodingObject extends PartEncodings, Extensions {
  contentType?: string;
  headers?: Record<string, Ref<HeaderObject>>;
  style?: string;
  explode?: boolean;
  allowReserved?: boolean;
}

export interface ExampleObject extends Extensions {
  summary?: string;
  description?: string;
  value?: unknown;
  /** As data, before it is written as its media type wants it. */
  dataValue?: unknown;
  /** As it is sent. */
  serializedValue?: string;
  externalValue?: string;
}

export interface ResponseObject extends Extensions {
  summary?: string;
  description: string;
  headers?: Record<string, Ref<HeaderObject>>;
  content?: Record<string, Ref<MediaTypeObject>>;
  links?: Record<string, unknown>;
}

export interface Components extends Extensions {
  schemas?: Record<string, SchemaObject>;
  responses?: Record<string, Ref<ResponseObject>>;
  parameters?: Record<string, Ref<ParameterObject>>;
  examples?: Record<string, Ref<ExampleObject>>;
  requestBodies?: Record<string, Ref<RequestBodyObject>>;
  headers?: Record<string, Ref<HeaderObject>>;
  securitySchemes?: Record<string, Ref<SecurityScheme>>;
  links?: Record<string, unknown>;
  callbacks?: Record<string, Ref<Record<string, PathItem>>>;
  pathItems?: Record<string, PathItem>;
  mediaTypes?: Record<string, Ref<MediaTypeObject>>;
}

/** What the `$ref`s of a schema lead into: a document, or definitions that were cut out of one. */
export type SchemaRoot = OpenApiDocument | { $defs: Record<string, Schema> };

/** A JSON Schema as OpenAPI writes it; there are no boolean schemas in 3.0. */
export type Schema = SchemaObject | boolean;

export interface SchemaObject extends Extensions {
  $ref?: string;
  type?: string | string[];
  title?: string;
  description?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  example?: unknown;
  examples?: unknown[];
  nullable?: boolean;
  readOnly?: boolean;
  writeOnly?: boolean;
  deprecated?: boolean;
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  additionalProperties?: Schema;
  propertyNames?: Schema;
  required?: string[];
  minProperties?: number;
  maxProperties?: number;
  items?: Schema;
  prefixItems?: Schema[];
  contains?: Schema;
  minContains?: number;
  maxContains?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  unevaluatedItems?: Schema;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number | boolean;
  exclusiveMaximum?: number | boolean;
  multipleOf?: number;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  not?: Schema;
  if?: Schema;
  then?: Schema;
  else?: Schema;
  dependentRequired?: Record<string, string[]>;
  dependentSchemas?: Record<string, Schema>;
  unevaluatedProperties?: Schema;
  /** `defaultMapping` is the schema of a value whose discriminator is missing, or in no mapping. */
  discriminator?: { propertyName: string; mapping?: Record<string, string>; defaultMapping?: string };
  externalDocs?: ExternalDocs;
  xml?: XmlObject;
  contentMediaType?: string;
  contentEncoding?: string;
  contentSchema?: Schema;
  $defs?: Record<string, Schema>;
}

/**
 * The parts of an OpenAPI 3.0 or 3.1 document that this project reads, as types.
 * Every object may carry `x-` extensions; a value typed `Ref<T>` may stand as a `$ref`.
 * @see https://spec.openapis.org/oas/v3.1.0
 */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface Reference {
  $ref: string;
  summary?: string;
  description?: string;
}

export type Ref<T> = T | Reference;

export type Extensions = { [extension: `x-${string}`]: unknown };

export interface OpenApiDocument extends Extensions {
  openapi: string;
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
  description?: string;
  variables?: Record<string, { enum?: string[]; default: string; description?: string }>;
}

export interface Tag extends Extensions {
  name: string;
  description?: string;
  externalDocs?: ExternalDocs;
}

export interface ExternalDocs extends Extensions {
  url: string;
  description?: string;
}

export type SecurityRequirement = Record<string, string[]>;

/** In the order in which a page lists the operations of one path: read, create, change, delete, the rest. */
export const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'] as const;

export type Method = (typeof METHODS)[number];

export type PathItem = Extensions & { [method in Method]?: OperationObject } & {
  $ref?: string;
  summary?: string;
  description?: string;
  servers?: Server[];
  parameters?: Ref<ParameterObject>[];
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
  content?: Record<string, MediaTypeObject>;
  example?: unknown;
  examples?: Record<string, Ref<ExampleObject>>;
}

export interface ParameterObject extends HeaderObject {
  name: string;
  in: 'query' | 'header' | 'path' | 'cookie';
}

export interface RequestBodyObject extends Extensions {
  description?: string;
  required?: boolean;
  content: Record<string, MediaTypeObject>;
}

export interface MediaTypeObject extends Extensions {
  schema?: SchemaObject;
  example?: unknown;
  examples?: Record<string, Ref<ExampleObject>>;
  encoding?: Record<string, EncodingObject>;
}

/** How one member of a form or multipart body is sent. */
export interface EncodingObject extends Extensions {
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
  externalValue?: string;
}

export interface ResponseObject extends Extensions {
  description: string;
  headers?: Record<string, Ref<HeaderObject>>;
  content?: Record<string, MediaTypeObject>;
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
}

export interface OAuthFlow extends Extensions {
  authorizationUrl?: string;
  deviceAuthorizationUrl?: string;
  tokenUrl?: string;
  refreshUrl?: string;
  scopes: Record<string, string>;
}

export interface SecurityScheme extends Extensions {
  type: 'apiKey' | 'http' | 'mutualTLS' | 'oauth2' | 'openIdConnect';
  description?: string;
  name?: string;
  in?: 'query' | 'header' | 'cookie';
  scheme?: string;
  bearerFormat?: string;
  openIdConnectUrl?: string;
  flows?: Record<string, OAuthFlow>;
}

/** What the `$ref`s of a schema lead into: a document, or definitions that were cut out of one. */
export type SchemaRoot = OpenApiDocument | { $defs: Record<string, Schema> };

/** How a value stands in XML; `nodeType` is 3.2's word for the two switches. */
export interface XmlObject extends Extensions {
  name?: string;
  namespace?: string;
  prefix?: string;
  attribute?: boolean;
  wrapped?: boolean;
  nodeType?: string;
}

/** A JSON Schema as OpenAPI 3.0 or 3.1 writes it; boolean schemas occur in 3.1 only. */
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
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
  externalDocs?: ExternalDocs;
  xml?: XmlObject;
  contentMediaType?: string;
  contentEncoding?: string;
  contentSchema?: Schema;
  $defs?: Record<string, Schema>;
}

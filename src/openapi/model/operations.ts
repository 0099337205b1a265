import type { Extensions } from '../document/extensions.ts';
import type {
  EncodingObject,
  HeaderObject,
  Method,
  OpenApiDocument,
  OperationObject,
  ParameterObject,
  PathItem,
  Schema,
  SecurityRequirement,
  Server,
} from '../document/openapi-document.ts';
import { mediaTypes } from './content.ts';
import type { MediaType, NamedExample } from './media-type.ts';
import { namedExamples } from './content.ts';
import { methodText, pathOperations } from './method.ts';
import { pathItems } from './path-items.ts';
import { kebabCase, UniqueNames } from './naming.ts';
import { currentFirst } from './security.ts';
import { declaredParameters } from './declared-parameters.ts';
import type { Label } from './tags.ts';
import { tagsOf } from './tags.ts';
import { resolve } from '../document/refs.ts';
import { linkOf } from './links.ts';
import type { Link } from './links.ts';

/** One call of the API, or one webhook: all `$ref`s but those of schemas resolved, path and operation merged. */
export interface Operation {
  /** Unique in the document; made of method and path where the document has none. */
  operationId: string;
  /** As the document has it, where it does: readers are told no other. */
  givenId?: string;
  /** `get`; one without a member of its own as it is sent: `COPY`. `methodText` gives all as they are sent. */
  method: Method;
  /** `/pets/{id}`; of a webhook or callback its name or expression. */
  path: string;
  /** The first tag, else the first fixed part of the path. */
  tag: string;
  /** All its tags that make groups. */
  tags: string[];
  /** What its other tags say of it. */
  labels: Label[];
  /** Never empty. */
  summary: string;
  /** Markdown, '' where there is none. */
  description: string;
  externalDocs?: { url: string; description?: string };
  parameters: Parameter[];
  requestBody?: RequestBody;
  /** In the order of the document. */
  responses: Response[];
  callbacks: Callback[];
  /** Alternatives; empty: none needed. Of a webhook or callback what the API itself presents, where the document says it of that one. */
  security: SecurityRequirement[];
  servers: Server[];
  deprecated: boolean;
  extensions: Extensions;
}

export interface Parameter extends Header {
  in: ParameterObject['in'];
  style: string;
  explode: boolean;
  /** Set where reserved characters of the value stay as they are. */
  allowReserved?: true;
}

export interface Header {
  name: string;
  description: string;
  required: boolean;
  deprecated: boolean;
  schema: Schema;
  examples: NamedExample[];
  /** Set where the value is a serialised document. */
  mediaType?: string;
  /** How members of a form are sent, where the value is one. */
  encoding?: MediaType['encoding'];
}

export interface RequestBody {
  description: string;
  required: boolean;
  content: MediaType[];
}

export interface Response {
  /** `200`, `4XX`, `default`. */
  status: string;
  /** What it means in few words; '' where the document does not say. */
  summary: string;
  description: string;
  headers: Header[];
  content: MediaType[];
  links: Link[];
  extensions: Extensions;
}

export interface Callback {
  name: string;
  operation: Operation;
}

/** Every operation under `paths`, in the order of the document. */
export function listOperations(document: OpenApiDocument): Operation[] {
  return operationsOf(document, document.paths, document.security);
}

/** Every webhook (`webhooks`); `path` is its name. */
export function listWebhooks(document: OpenApiDocument): Operation[] {
  return operationsOf(document, document.webhooks);
}

/** `x-…` members of any object. */
function extensionsOf(object: object): Extensions {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key.startsWith('x-')));
}

/** @param security What holds where an operation names none of its own. */
function operationsOf(
  document: OpenApiDocument,
  paths: OpenApiDocument['webhooks'],
  security: SecurityRequirement[] = [],
): Operation[] {
  const items = pathItems(document, paths);
  const given = items.flatMap(([, item]) => pathOperations(item).flatMap(([, { operationId }]) => operationId ?? []));
  const ids = new UniqueNames();
  const reserved = new UniqueNames(given);
  return items.flatMap(([path, item]) =>
    pathOperations(item).map(([method, operation]) => {
      const id = operation.operationId ? ids.take(operation.operationId) : reserved.take(madeUpId(method, path));
      return normalise(document, { id, method, path, item, operation, security });
    }),
  );
}

interface Source {
  id: string;
  method: Method;
  path: string;
  item: PathItem;
  operation: OperationObject;
  security: SecurityRequirement[];
}

function normalise(document: OpenApiDocument, source: Source): Operation {
  const { id, method, path, item, operation, security } = source;
  return {
    operationId: id,
    ...(operation.operationId && { givenId: operation.operationId }),
    method,
    path,
    ...tagsOf(document, operation.tags, path),
    summary: operation.summary?.trim() || item.summary?.trim() || `${methodText(method)} ${path}`,
    description: operation.description ?? item.description ?? '',
    ...(operation.externalDocs && { externalDocs: operation.externalDocs }),
    parameters: parametersOf(document, path, item, operation),
    ...(operation.requestBody && { requestBody: requestBodyOf(document, operation) }),
    responses: responsesOf(document, operation),
    callbacks: callbacksOf(document, operation),
    security: currentFirst(document, operation.security ?? security),
    servers: operation.servers ?? item.servers ?? document.servers ?? [],
    deprecated: operation.deprecated ?? false,
    extensions: extensionsOf(operation),
  };
}

/** `get /users/{id}/posts` → `getUsersIdPosts`. */
function madeUpId(method: Method, path: string): string {
  return kebabCase(`${method} ${path}`).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function parametersOf(
  document: OpenApiDocument,
  path: string,
  item: PathItem,
  operation: OperationObject,
): Parameter[] {
  return declaredParameters(document, path, [...(item.parameters ?? []), ...(operation.parameters ?? [])]).map(
    (parameter) => {
      const style = parameter.style ?? (/^(?:query|querystring|cookie)$/.test(parameter.in) ? 'form' : 'simple');
      return {
        ...headerOf(document, parameter.name, parameter),
        in: parameter.in,
        style,
        explode: parameter.explode ?? (style === 'form' || style === 'cookie'),
        ...(/^(?:query|path)$/.test(parameter.in) && parameter.allowReserved && { allowReserved: true }),
      };
    },
  );
}

function headerOf(document: OpenApiDocument, name: string, header: HeaderObject): Header {
  const [content] = header.content ? mediaTypes(document, header.content) : [];
  return {
    name,
    description: header.description ?? '',
    required: header.required ?? false,
    deprecated: header.deprecated ?? false,
    schema: header.schema ?? content?.schema ?? content?.itemSchema ?? true,
    examples: content?.examples ?? namedExamples(document, header),
    ...(content && { mediaType: content.mediaType }),
    ...(content?.encoding && { encoding: content.encoding }),
  };
}

function requestBodyOf(document: OpenApiDocument, operation: OperationObject): RequestBody {
  const body = resolve(document, operation.requestBody ?? { content: {} });
  return {
    description: body.description ?? '',
    required: body.required ?? false,
    content: mediaTypes(document, body.content),
  };
}

function responsesOf(document: OpenApiDocument, operation: OperationObject): Response[] {
  const entries = Object.entries(operation.responses ?? {}).filter(([status]) => !status.startsWith('x-'));
  return entries.map(([status, reference]) => {
    const response = resolve(document, reference);
    return {
      status,
      summary: response.summary ?? '',
      description: response.description ?? '',
      headers: headersOf(document, response.headers),
      content: mediaTypes(document, response.content ?? {}),
      links: Object.entries(response.links ?? {}).map(([name, link]) => linkOf(document, name, link)),
      extensions: extensionsOf(response),
    };
  });
}

/** The headers of a response or part. One with the name "Content-Type" "SHALL be ignored" (Response Object, Encoding Object). */
export function headersOf(document: OpenApiDocument, headers: EncodingObject['headers'] = {}): Header[] {
  return Object.entries(headers)
    .filter(([name]) => name.toLowerCase() !== 'content-type')
    .map(([name, header]) => headerOf(document, name, resolve(document, header)));
}

function callbacksOf(document: OpenApiDocument, operation: OperationObject): Callback[] {
  return Object.entries(operation.callbacks ?? {}).flatMap(([name, callback]) =>
    operationsOf(document, resolve(document, callback)).map((called) => ({ name, operation: called })),
  );
}

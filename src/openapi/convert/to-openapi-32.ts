import { copyExact } from '../../json-text/exact-number.ts';
import { isJson } from '../document/media-types.ts';
import { METHODS } from '../document/openapi-document.ts';
import type { OpenApiDocument, Tag } from '../document/openapi-document.ts';
import { metadataUrl } from '../document/security-scheme.ts';
import type { XmlObject } from '../document/xml-object.ts';
import { isRecord } from '../document/refs.ts';
import { toOpenApi31 } from './upgrade.ts';

type Node = Record<string, unknown>;

type Kind =
  | 'Root'
  | 'Security'
  | 'Components'
  | 'Path'
  | 'Operation'
  | 'Callback'
  | 'Body'
  | 'Parameter'
  | 'Media'
  | 'Encoding'
  | 'Schema';

/** What stands in the parts of each kind: `*` before those of a map or list. In a callback, all members are paths. */
const PARTS: Record<Kind, Record<string, Kind | `*${Kind}`>> = {
  Root: { paths: '*Path', webhooks: '*Path', components: 'Components' },
  Components: {
    schemas: '*Schema',
    responses: '*Body',
    parameters: '*Parameter',
    requestBodies: '*Body',
    headers: '*Parameter',
    callbacks: '*Callback',
    pathItems: '*Path',
    securitySchemes: '*Security',
  },
  Security: {},
  Path: { parameters: '*Parameter', ...Object.fromEntries(METHODS.map((method) => [method, 'Operation' as const])) },
  Operation: { parameters: '*Parameter', requestBody: 'Body', responses: '*Body', callbacks: '*Callback' },
  Callback: {},
  // Of a request and of a response.
  Body: { content: '*Media', headers: '*Parameter' },
  Parameter: { schema: 'Schema', content: '*Media' },
  Media: { schema: 'Schema', encoding: '*Encoding' },
  Encoding: { headers: '*Parameter' },
  Schema: {
    ...Object.fromEntries(
      ['properties', 'patternProperties', '$defs', 'dependentSchemas', 'allOf', 'anyOf', 'oneOf', 'prefixItems'].map(
        (keyword) => [keyword, '*Schema' as const],
      ),
    ),
    ...Object.fromEntries(
      ['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames'].map((keyword) => [
        keyword,
        'Schema' as const,
      ]),
    ),
  },
};

/**
 * Says an older document in the words of OpenAPI 3.2: tags have a summary (3.1 knew `x-displayName`) and a kind, examples are data
 * where they are, XML has node types, and an authorization server its metadata
 * (`x-oauth2MetadataUrl` before). Schemas stay as they are. The source is not changed.
 * @param self The address at which the result stands.
 * @see https://spec.openapis.org/oas/v3.2.0
 */
export function toOpenApi32(source: OpenApiDocument, self: string): OpenApiDocument {
  const { openapi: _, $self: __, ...document } = copyExact(toOpenApi31(source));
  visit(document, 'Root', '');
  return {
    openapi: '3.2.0',
    $self: self,
    ...document,
    ...(document.tags && { tags: document.tags.map(tagOf) }),
  };
}

function tagOf({ 'x-displayName': title, name, ...tag }: Tag): Tag {
  return { name, ...(typeof title === 'string' && { summary: title }), kind: 'nav', ...tag };
}

function visit(node: unknown, kind: Kind, name: string): void {
  if (!isRecord(node)) return;
  if (kind === 'Parameter' || (kind === 'Media' && isJson(name))) nameData(node);
  if (kind === 'Schema' && isRecord(node.xml)) node.xml = withNodeType(node.xml);
  if (kind === 'Security') nameMetadata(node);
  for (const [key, value] of Object.entries(node)) {
    const part = kind === 'Callback' ? 'Path' : Object.hasOwn(PARTS[kind], key) ? PARTS[kind][key] : undefined;
    if (part === undefined || key.startsWith('x-')) continue;
    if (!part.startsWith('*')) visit(value, part as Kind, key);
    else if (typeof value === 'object' && value !== null)
      for (const [each, one] of Object.entries(value)) visit(one, part.slice(1) as Kind, each);
  }
}

/** Examples of JSON and of parameters are data, not the text that is sent. */
function nameData(holder: Node): void {
  if (!isRecord(holder.examples) || holder.content !== undefined) return;
  for (const [name, example] of Object.entries(holder.examples)) {
    if (!isRecord(example) || !Object.hasOwn(example, 'value')) continue;
    const { value, ...rest } = example;
    holder.examples[name] = { ...rest, dataValue: value };
  }
}

function nameMetadata(scheme: Node): void {
  const url = metadataUrl(scheme);
  if (url === undefined || scheme.oauth2MetadataUrl !== undefined) return;
  delete scheme['x-oauth2MetadataUrl'];
  scheme.oauth2MetadataUrl = url;
}

function withNodeType({ attribute, wrapped, ...xml }: XmlObject): XmlObject {
  const nodeType = attribute ? 'attribute' : wrapped ? 'element' : undefined;
  return { ...(nodeType !== undefined && { nodeType }), ...xml };
}

import { Oas3_2Types } from '@redocly/openapi-core';
import type { NodeType } from '@redocly/openapi-core';

type Types = Record<string, NodeType>;

/**
 * What the linter knows of a document's parts, widened: whatever its version says, a document is read by the words of all versions.
 * Besides, a list of `items` is that of drafts before 2020-12, and `$recursiveRef` that of 2019-09.
 */
export function documentTypes(): Types {
  const types = Oas3_2Types as unknown as Types;
  return {
    ...types,
    Schema: extended(types.Schema, {
      nullable: { type: 'boolean' },
      exclusiveMinimum: boundType,
      exclusiveMaximum: boundType,
      items: (value: unknown) => (Array.isArray(value) ? ITEMS : typeof value === 'boolean' ? BOOLEAN : 'Schema'),
      additionalItems: (value: unknown) => (typeof value === 'boolean' ? BOOLEAN : 'Schema'),
      $recursiveRef: { type: 'string' },
      $recursiveAnchor: BOOLEAN,
    }),
    Root: extended(types.Root, { webhooks: 'WebhooksMap', 'x-webhooks': 'WebhooksMap' }),
    ...Object.fromEntries(FLOWS.map((flow) => [flow, extended(types[flow], { scopes: 'Scopes' })])),
    Scopes: { properties: {}, additionalProperties: { type: 'string' } },
    Encoding: extended(types.Encoding, {
      encoding: 'EncodingMap',
      prefixEncoding: ENCODINGS,
      itemEncoding: 'Encoding',
    }),
    // The linter takes each for a whole `content`.
    NamedMediaTypes: { properties: {}, additionalProperties: () => 'MediaType' },
    Parameter: extended(types.Parameter, { style: { enum: STYLES } }),
  };
}

const FLOWS = ['ImplicitFlow', 'PasswordFlow', 'ClientCredentials', 'AuthorizationCode', 'DeviceAuthorization'];
const STYLES = ['form', 'simple', 'label', 'matrix', 'spaceDelimited', 'pipeDelimited', 'deepObject', 'cookie'];
const BOOLEAN = { type: 'boolean' } as const;
const ENCODINGS = { name: 'EncodingList', properties: {}, items: 'Encoding' } as NodeType;
const ITEMS = { name: 'SchemaList', properties: {}, items: 'Schema' } as NodeType;

function boundType(value: unknown): { type: 'boolean' | 'number' } {
  return { type: typeof value === 'boolean' ? 'boolean' : 'number' };
}

function extended(type: NodeType | undefined, properties: NodeType['properties']): NodeType {
  return { ...type, properties: { ...type?.properties, ...properties } };
}

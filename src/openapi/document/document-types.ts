import { Oas3_1Types } from '@redocly/openapi-core';
import type { NodeType } from '@redocly/openapi-core';

type Types = Record<string, NodeType>;

/**
 * What the linter knows of a document's parts, widened: whatever its version says, a document is read by the words of all versions.
 * Besides, a list of `items` is that of drafts before 2020-12, `$recursiveRef` that of 2019-09, and the flow for devices 3.2's.
 */
export function documentTypes(given: Types, version: string): Types {
  const types = version === 'oas3_0' ? (Oas3_1Types as unknown as Types) : given;
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
    OAuth2Flows: extended(types.OAuth2Flows, { deviceAuthorization: 'DeviceAuthorization' }),
    DeviceAuthorization: {
      properties: {
        deviceAuthorizationUrl: { type: 'string' },
        tokenUrl: { type: 'string' },
        refreshUrl: { type: 'string' },
        scopes: 'Scopes',
      },
      required: ['deviceAuthorizationUrl', 'tokenUrl', 'scopes'],
      extensionsPrefix: 'x-',
    },
  };
}

const FLOWS = ['ImplicitFlow', 'PasswordFlow', 'ClientCredentials', 'AuthorizationCode'];
const BOOLEAN = { type: 'boolean' } as const;
const ITEMS = { name: 'SchemaList', properties: {}, items: 'Schema' } as NodeType;

function boundType(value: unknown): { type: 'boolean' | 'number' } {
  return { type: typeof value === 'boolean' ? 'boolean' : 'number' };
}

function extended(type: NodeType | undefined, properties: NodeType['properties']): NodeType {
  return { ...type, properties: { ...type?.properties, ...properties } };
}

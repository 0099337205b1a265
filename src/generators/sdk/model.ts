import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import type { Policies } from '../../openapi/document/policies.ts';
import { resolve } from '../../openapi/document/refs.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import { serverUrls } from '../../openapi/model/server-urls.ts';
import { DEFAULTS, RETRIED } from './defaults.ts';
import { errorDocUrl, errorsOf, OTHER_CLASSES, STATUS_CLASSES } from './errors.ts';
import type { SdkError } from './errors.ts';
import { eventsOf } from './events.ts';
import type { SdkEvent } from './events.ts';
import { methodsOf } from './methods.ts';
import type { SdkMethod } from './methods.ts';
import { resourcesOf } from './resources.ts';
import type { SdkResource } from './resources.ts';
import type { SdkNamedType } from './sdk-type.ts';
import { TypeTable } from './type-table.ts';

/** All that a client library is printed from: plain data, without a word of any language. */
export interface SdkModel {
  /** `1.0.0`, the version of the document. */
  documentVersion: string;
  /** `v1`, as it stands in the path. */
  apiVersion: string;
  /** `https://api.orbinto.com/v1`. */
  baseUrl: string;
  /** Of the sandbox on the user's machine. */
  sandboxUrl: string;
  /** `https://developers.orbinto.com`. */
  siteUrl: string;
  resources: SdkResource[];
  /** All of the tree, in the order of the document. */
  methods: SdkMethod[];
  /** By name. */
  types: SdkNamedType[];
  events: SdkEvent[];
  errors: SdkError[];
  /** Where a code is explained, with `{code}` for it. */
  errorDocUrl: string;
  errorClasses: { byStatus: Readonly<Record<number, string>>; others: readonly string[] };
  headers: SdkHeaders;
  oauth: SdkOAuth;
  defaults: typeof DEFAULTS;
  retried: typeof RETRIED;
}

export interface SdkHeaders {
  rateLimit: { limit: string; remaining: string; reset: string };
  requestId: string;
  retryAfter: string;
  webhook: { id: string; timestamp: string; signature: string; plainSignature: string };
}

export interface SdkOAuth {
  authorizeUrl: string;
  tokenUrl: string;
  revokeUrl: string;
  scopes: { name: string; description: string }[];
}

/** @throws when an operation has no `x-sdk-method`, or two have the same */
export function sdkModel(document: OpenApiDocument, policies: Policies): SdkModel {
  const [live, local] = serverUrls(document.servers);
  const baseUrl = live?.url ?? '';
  const siteUrl = siteOf(document, baseUrl);
  const { methods, events, types } = callsOf(document, siteUrl);
  return {
    documentVersion: document.info.version,
    apiVersion: baseUrl.slice(baseUrl.lastIndexOf('/') + 1),
    baseUrl,
    sandboxUrl: local?.url ?? '',
    siteUrl,
    resources: resourcesOf(document, methods),
    methods,
    types,
    events,
    errors: errorsOf(policies, siteUrl),
    errorDocUrl: errorDocUrl(siteUrl),
    errorClasses: { byStatus: STATUS_CLASSES, others: OTHER_CLASSES },
    headers: headersOf(document),
    oauth: oauthOf(document),
    defaults: DEFAULTS,
    retried: RETRIED,
  };
}

/** What can be called and what is sent, with the types of both: the part of the model that methods are printed from. */
export function callsOf(
  document: OpenApiDocument,
  siteUrl = siteOf(document, 'http://localhost'),
): Pick<SdkModel, 'methods' | 'events' | 'types'> {
  const types = new TypeTable(document);
  const methods = methodsOf(document, siteUrl, types);
  const events = eventsOf(document, siteUrl, types, methods);
  return { methods, events, types: types.list() };
}

function siteOf({ externalDocs }: OpenApiDocument, baseUrl: string): string {
  return new URL(externalDocs?.url ?? baseUrl).origin;
}

function headersOf(document: OpenApiDocument): SdkHeaders {
  const responses = listOperations(document).flatMap((operation) => operation.responses);
  const names = [...new Set(responses.flatMap(({ headers }) => headers.map(({ name }) => name)))];
  const named = (end: RegExp): string => {
    const name = names.find((candidate) => end.test(candidate));
    if (name === undefined) throw new Error(`No answer has a header ${end.source}`);
    return name;
  };
  return {
    rateLimit: {
      limit: named(/ratelimit-limit$/i),
      remaining: named(/ratelimit-remaining$/i),
      reset: named(/ratelimit-reset$/i),
    },
    requestId: named(/request-id$/i),
    retryAfter: named(/^retry-after$/i),
    webhook: {
      id: 'webhook-id',
      timestamp: 'webhook-timestamp',
      signature: 'webhook-signature',
      plainSignature: 'X-Orbinto-Signature',
    },
  };
}

function oauthOf(document: OpenApiDocument): SdkOAuth {
  const schemes = Object.values(document.components?.securitySchemes ?? {}).map((scheme) => resolve(document, scheme));
  const { flows, description = '' } = schemes.find(({ type }) => type === 'oauth2') ?? {};
  const { authorizationUrl = '', tokenUrl = '', scopes = {} } = flows?.['authorizationCode'] ?? {};
  return {
    authorizeUrl: authorizationUrl,
    tokenUrl,
    // OpenAPI has no place for it but the text.
    revokeUrl: /https:[^\s`]+\/revoke/.exec(description)?.[0] ?? '',
    scopes: Object.entries(scopes).map(([name, text]) => ({ name, description: text })),
  };
}

import { read, writeDocument } from './write-document.ts';
import type { Files } from './write-document.ts';
import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';

export const SELF = 'https://example.com/v1/api.yaml';
export const OK = '{ "200": { description: ok } }';

/** A document whose one operation asks for these. */
export function asking(
  security: string,
  components = '{ key: { type: apiKey, in: header, name: X-Key } }',
  more = '',
): string {
  return `openapi: 3.2.0
info: { title: T, version: "1" }
${more}
paths: { /a: { get: { operationId: a, security: [${security}], responses: ${OK} } } }
components: { securitySchemes: ${components} }`;
}

export const reading = async (text: string, others: Files = {}) =>
  read(await writeDocument({ 'api.yaml': text, ...others }));

export const requirements = ({ paths }: OpenApiDocument) => paths?.['/a']?.get?.security;

/** Files with schemes that have addresses. */
export const AUTH = {
  'auth/schemes.yaml': `Token: { type: http, scheme: Bearer, description: Ours. }
Again: { $ref: '#/Token' }
key: { type: apiKey, in: query, name: k }
a/b %: { type: http, scheme: digest }
components: { securitySchemes: { o/2: { type: oauth2, flows: { implicit: { authorizationUrl: /a } } } } }`,
};

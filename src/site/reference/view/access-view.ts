import type { OpenApiDocument, SecurityScheme } from '../../../openapi/document/openapi-document.ts';
import { anchor } from '../../../openapi/model/naming.ts';
import type { Operation } from '../../../openapi/model/operations.ts';
import { resolve } from '../../../openapi/document/refs.ts';
import type { Reference } from '../model.ts';
import { fillAddress } from '../options.ts';
import { extensionValues } from './extensions-view.ts';

/** One way to be allowed in: every need of it must be met. */
export type AccessAlternative = AccessNeed[];

export interface AccessNeed {
  title: string;
  href: string;
  /** `level: write`, `scope: pets:write`. */
  details: { label: string; values: { text: string; href: string | undefined }[] }[];
}

/** What a caller must present. Empty where nothing is needed; an empty alternative says that it may be left out. */
export function accessView(reference: Reference, operation: Operation): AccessAlternative[] {
  const { document, options, address } = reference;
  const shown = extensionValues(reference, 'operation', operation.extensions).filter(
    ({ scheme }) => scheme !== undefined,
  );
  return operation.security.map((alternative) =>
    Object.entries(alternative).map(([id, scopes]) => ({
      title: schemeTitle(document, id),
      href: `${address}#${schemeAnchor(id)}`,
      details: [
        ...shown.filter(({ scheme }) => scheme === id).map(({ label, values }) => ({ label, values })),
        ...(scopes.length > 0
          ? [
              {
                label: scopes.length === 1 ? 'scope' : 'scopes',
                values: scopes.map((scope) => scopeValue(options, scope)),
              },
            ]
          : []),
      ],
    })),
  );
}

function scopeValue(
  { scopes, siteBase }: Reference['options'],
  scope: string,
): { text: string; href: string | undefined } {
  return { text: scope, href: scopes === undefined ? undefined : siteBase + fillAddress(scopes, { value: scope }) };
}

export function schemeAnchor(id: string): string {
  return anchor('auth', id);
}

export function schemeOf(document: OpenApiDocument, id: string): SecurityScheme | undefined {
  const scheme = document.components?.securitySchemes?.[id];
  return scheme && resolve(document, scheme);
}

function isOnlyKey(document: OpenApiDocument): boolean {
  const ids = Object.keys(document.components?.securitySchemes ?? {});
  return ids.filter((id) => schemeOf(document, id)?.type === 'apiKey').length === 1;
}

/** What a security scheme is called by a reader: `API key`, `OAuth 2.0`, `Basic authentication`. */
export function schemeTitle(document: OpenApiDocument, id: string): string {
  const scheme = schemeOf(document, id);
  switch (scheme?.type) {
    case 'http':
      if (scheme.scheme?.toLowerCase() === 'basic') return 'Basic authentication';
      return scheme.bearerFormat && !/jwt/i.test(scheme.bearerFormat) ? scheme.bearerFormat : 'Bearer token';
    case 'apiKey':
      return isOnlyKey(document) ? 'API key' : `API key ${scheme.name ?? id}`;
    case 'oauth2':
      return 'OAuth 2.0';
    case 'openIdConnect':
      return 'OpenID Connect';
    case 'mutualTLS':
      return 'Client certificate';
    case undefined:
      return id;
  }
}

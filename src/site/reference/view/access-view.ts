import type { OpenApiDocument } from '../../../openapi/document/openapi-document.ts';
import type { SecurityScheme } from '../../../openapi/document/security-scheme.ts';
import { anchor } from '../../../openapi/model/naming.ts';
import { schemeOf, schemeWord } from '../../../openapi/model/security.ts';
import type { Operation } from '../../../openapi/model/operations.ts';
import type { Reference } from '../model.ts';
import { fillAddress } from '../options.ts';
import { extensionValues } from './extensions-view.ts';

/** One way to be allowed in: every need of it must be met. */
export type AccessAlternative = AccessNeed[];

export interface AccessNeed {
  title: string;
  deprecated: boolean;
  /** Where it is told of; of one that the document does not declare, nowhere. */
  href: string | undefined;
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
      deprecated: schemeOf(document, id)?.deprecated ?? false,
      href: schemeOf(document, id) && `${address}#${schemeAnchor(id)}`,
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

/** A scope, and where it is told of. */
export function scopeValue(
  { scopes, siteBase }: Reference['options'],
  scope: string,
): { text: string; href: string | undefined } {
  return { text: scope, href: scopes === undefined ? undefined : siteBase + fillAddress(scopes, { value: scope }) };
}

export function schemeAnchor(id: string): string {
  return anchor('auth', id);
}

/** What a security scheme is called by a reader: `API key`, `OAuth 2.0`; where several are called so, with its own name. */
export function schemeTitle(document: OpenApiDocument, id: string): string {
  const ids = Object.keys(document.components?.securitySchemes ?? {});
  const scheme = schemeOf(document, id);
  const isAlone = (title: (id: string) => string): boolean =>
    ids.filter((other) => title(other) === title(id)).length < 2;
  const kind = (other: string): string => kindOf(schemeOf(document, other)) ?? other;
  if (isAlone(kind)) return kind(id);
  const key = (other: string): string => `${kind(other)} ${schemeOf(document, other)?.name ?? other}`;
  return scheme?.type === 'apiKey' && isAlone(key) ? key(id) : `${kind(id)} ${id}`;
}

function kindOf(scheme: SecurityScheme | undefined): string | undefined {
  switch (scheme?.type) {
    case 'http':
      return httpKind(scheme);
    case 'apiKey':
      return 'API key';
    case 'oauth2':
      return 'OAuth 2.0';
    case 'openIdConnect':
      return 'OpenID Connect';
    case 'mutualTLS':
      return 'Client certificate';
    case undefined:
      return undefined;
  }
}

function httpKind({ scheme = 'bearer', bearerFormat }: SecurityScheme): string {
  if (scheme.toLowerCase() !== 'bearer') return `${schemeWord(scheme)} authentication`;
  return bearerFormat && !/jwt/i.test(bearerFormat) ? bearerFormat : 'Bearer token';
}

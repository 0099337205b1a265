import type { Extensions } from './extensions.ts';

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
  oauth2MetadataUrl?: string;
  deprecated?: boolean;
  flows?: Record<string, OAuthFlow>;
}

/** Where an authorization server describes itself (RFC 8414): since 3.2 in a member of its own, before in an extension. */
export function metadataUrl(scheme: Partial<SecurityScheme>): string | undefined {
  const { oauth2MetadataUrl, 'x-oauth2MetadataUrl': earlier } = scheme;
  return oauth2MetadataUrl ?? (typeof earlier === 'string' ? earlier : undefined);
}

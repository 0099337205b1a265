import type { ApiReferenceConfiguration } from '@scalar/api-reference';
import type { OpenApiDocument } from '../../openapi/document.ts';
import type { Session } from '../console/session.ts';

export type ExplorerFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export interface ExplorerState {
  document: OpenApiDocument;
  session: Session;
  dark: boolean;
  fetch: ExplorerFetch;
}

/** Whatever would make Scalar speak to anyone but the chosen environment. */
const silence = {
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: 'never',
  hideClientButton: true,
  persistAuth: false,
} as const;

/** Scalar's configuration for what the reader chose. */
export function explorerConfiguration({
  document,
  session,
  dark,
  fetch,
}: ExplorerState): Partial<ApiReferenceConfiguration> {
  const { baseUrl, name } = session.environment;
  return {
    ...silence,
    content: { ...document },
    theme: 'none',
    layout: 'modern',
    forceDarkModeState: dark ? 'dark' : 'light',
    hideDarkModeToggle: true,
    documentDownloadType: 'none',
    defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
    servers: [{ url: baseUrl, description: name }],
    authentication: {
      preferredSecurityScheme: 'apiKey',
      securitySchemes: { apiKey: { token: session.secret } },
    },
    generateOperationSlug: ({ operationId, method, path }: { operationId?: string; method: string; path: string }) =>
      operationId ?? `${method}${path}`,
    customFetch: fetch,
  };
}

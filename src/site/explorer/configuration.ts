import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import type { Session } from '../session/session.ts';

export type ExplorerFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export interface ExplorerState {
  document: OpenApiDocument;
  session: Session;
  dark: boolean;
  fetch: ExplorerFetch;
}

/** Whatever would make Scalar speak to anyone but the chosen environment. */
const outwardCallsOff = {
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: 'never',
  hideClientButton: true,
  persistAuth: false,
} as const;

/** Stands in Scalar for a secret that is not public: Scalar shows what it is told, also in its samples. */
const placeholder = 'YOUR_API_KEY';

/** What Scalar is told of the session's secret; the real one takes its place when a request is sent. */
export function shownSecret({ secret }: Session): string {
  return secret === '' || secret.startsWith('sk_test_') ? secret : placeholder;
}

export type ExplorerConfiguration = ReturnType<typeof explorerConfiguration>;

/**
 * Scalar's configuration for what the reader chose.
 * @see https://github.com/scalar/scalar/blob/main/documentation/configuration.md
 */
export function explorerConfiguration({ document, session, dark, fetch }: ExplorerState) {
  const { baseUrl, name } = session.environment;
  return {
    ...outwardCallsOff,
    content: { ...document },
    theme: 'none',
    layout: 'modern',
    forceDarkModeState: dark ? 'dark' : 'light',
    hideDarkModeToggle: true,
    documentDownloadType: 'none',
    // The site's own stands in the header.
    hideSearch: true,
    defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
    servers: [{ url: baseUrl, description: name }],
    authentication: {
      preferredSecurityScheme: 'apiKey',
      securitySchemes: { apiKey: { token: shownSecret(session) } },
    },
    generateOperationSlug: ({ operationId, method, path }: { operationId?: string; method: string; path: string }) =>
      operationId ?? `${method}${path}`,
    customFetch: fetch,
  };
}

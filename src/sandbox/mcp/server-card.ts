import { reference } from '../generated/reference.ts';
import { MCP_PATH } from '../http/target.ts';
import { SITE } from '../site-address.ts';

/** The revisions of the protocol that clients are told of: the one without sessions, and the one before it. */
export const PROTOCOL_VERSIONS: readonly string[] = ['2026-07-28', '2025-11-25'];

/** Who the server says that it is. */
export const SERVER = {
  name: 'com.orbinto.developers/sandbox',
  title: 'Orbinto API sandbox',
  description: 'Documentation and stateful sandbox of the Orbinto API: search, read, call, see deliveries.',
  websiteUrl: `${SITE}/guides/sandbox/#for-agents`,
} as const;

/**
 * What can be known of the server before it is asked.
 * @param origin of a hosted sandbox, where there is one
 * @see https://github.com/modelcontextprotocol/modelcontextprotocol/pull/2127
 */
export function serverCard(origin?: string): object {
  return {
    $schema: 'https://static.modelcontextprotocol.io/schemas/v1/server-card.schema.json',
    ...SERVER,
    version: reference.version,
    ...(origin !== undefined && { remotes: [remote(origin)] }),
  };
}

function remote(origin: string): object {
  const header = {
    name: 'Authorization',
    description:
      'The key of a sandbox workspace, e.g. Bearer sk_test_mycompany. Without it: the sample data, read-only.',
    isRequired: false,
    isSecret: true,
  };
  return {
    type: 'streamable-http',
    url: `${origin}${MCP_PATH}`,
    supportedProtocolVersions: PROTOCOL_VERSIONS,
    headers: [header],
  };
}

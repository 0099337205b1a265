/** The tests that run against the hosted sandbox, too, where `SANDBOX_ENGINE=workerd` says so. All others open a sandbox of their own. */
export const EDGE_SUITES: readonly string[] = [
  ...['cors', 'determinism', 'errors', 'examples', 'fuzz', 'hostile-bodies', 'hostile-requests'].map(contract),
  ...['lists', 'oauth-clients', 'written-fields'].map(contract),
  ...['clock', 'deliveries', 'events', 'faults', 'state'].map((name) => `tests/control/${name}.test.ts`),
  ...['deliveries', 'mock', 'order', 'schedule', 'targets'].map((name) => `tests/webhooks/${name}.test.ts`),
  ...['chatbots-and-webhooks', 'contacts', 'conversations', 'export-import', 'paging'].map(
    (name) => `tests/properties/${name}.test.ts`,
  ),
  ...[
    'access',
    'authorize',
    'client-authentication',
    'exchange-code',
    'life-cycle',
    'refresh-tokens',
    'revoke',
    'token',
  ].map((name) => `src/sandbox/oauth/${name}.test.ts`),
  'tests/durability/kill.slow.test.ts',
  'tests/edge/hosted.slow.test.ts',
];

function contract(name: string): string {
  return `tests/contract/${name}.test.ts`;
}

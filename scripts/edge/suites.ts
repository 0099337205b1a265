/**
 * The tests that run against the hosted sandbox, too, where `SANDBOX_ENGINE=workerd` says so, by vitest's project. All others open a
 * sandbox of their own.
 */
export const EDGE_SUITES: Readonly<Record<string, readonly string[]>> = {
  unit: [
    'src/sandbox/operations/contacts.test.ts',
    ...below('src/sandbox/oauth', [
      ...['access', 'authorize', 'client-authentication', 'exchange-code', 'life-cycle'],
      ...['refresh-tokens', 'revoke', 'token'],
    ]),
  ],
  contract: [
    ...below('tests/contract', [
      ...['cors', 'determinism', 'errors', 'examples', 'fuzz', 'hostile-bodies', 'hostile-requests'],
      ...['links', 'lists', 'oauth-clients', 'written-fields'],
    ]),
    ...below('tests/control', [
      ...[
        'bad-imports',
        'clock',
        'deliveries',
        'event-choice',
        'event-details',
        'events',
        'faults',
        'snapshots',
        'state',
        'summary',
        'undo',
      ],
      ...['workspace-end', 'workspaces'],
    ]),
    ...below('tests/recipes', ['order', 'requests', 'webhooks']),
    ...below('tests/webhooks', ['deliveries', 'mock', 'order', 'schedule', 'targets']),
    ...below('tests/properties', ['chatbots-and-webhooks', 'contacts', 'conversations', 'export-import', 'paging']),
  ],
  slow: [
    'tests/durability/kill.slow.test.ts',
    'tests/edge/agents.slow.test.ts',
    'tests/edge/command.slow.test.ts',
    'tests/edge/hosted.slow.test.ts',
    'tests/replay/workerd.slow.test.ts',
  ],
};

/** Those of them that every run of all tests can afford. */
export const QUICK_EDGE_SUITES: Readonly<Record<string, readonly string[]>> = {
  contract: [...below('tests/contract', ['cors', 'errors', 'examples']), ...below('tests/webhooks', ['deliveries'])],
  slow: ['tests/edge/agents.slow.test.ts', 'tests/edge/hosted.slow.test.ts'],
};

function below(folder: string, names: readonly string[]): string[] {
  return names.map((name) => `${folder}/${name}.test.ts`);
}

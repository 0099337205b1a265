/** An application that may ask for access. */
export interface Client {
  readonly id: string;
  /** As the consent page names it. */
  readonly name: string;
  /** Of a confidential client; a public one, which runs where it can keep no secret, has none. */
  readonly secret?: string;
}

/** The clients of the sandbox. Their secrets are public, like its keys. */
export const CLIENTS: readonly Client[] = [
  { id: 'client_test', name: 'Test app' },
  { id: 'client_web', name: 'Web test app', secret: 'cs_test_web' },
];

export function findClient(id: string): Client | undefined {
  return CLIENTS.find((client) => client.id === id);
}

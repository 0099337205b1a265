import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';

/** Prints the names of the webhook events as a module, in the order of the spec. */
export async function renderEvents(): Promise<string> {
  const { webhooks = {} } = await loadDocument(SPEC_FILE);
  return `export const events = ${JSON.stringify(Object.keys(webhooks), null, 2)} as const;`;
}

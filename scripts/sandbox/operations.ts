import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { operationRows } from '../../src/sandbox/rehearsal/operation-rows.ts';

/** Prints the sandbox's route table: every operation with its path, what it asks of the caller, and its query parameters. */
export async function renderOperations(): Promise<string> {
  const rows = operationRows(await loadDocument(SPEC_FILE)).map((row) => `  ${JSON.stringify(row)},`);
  return [
    `import type { Operation } from '../operations/operation.ts';`,
    `export const operations = [\n${rows.join('\n')}\n] as const satisfies readonly Operation[];`,
    `export type OperationId = (typeof operations)[number]['id'];`,
  ].join('\n\n');
}

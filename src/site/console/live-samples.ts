/** Keeps the page's own samples in step with the form: same place, same frame, only the code is replaced. */
import type { BundledOperation } from '../../openapi/bundle/bundled-operation.ts';
import { exampleCall } from './call.ts';
import type { Call } from './call.ts';

/** The latest call of each column; what is printed late must not overwrite it. */
const latest = new WeakMap<Element, { call: Call }>();

/**
 * Prints a call into the samples of a column, once it is another than the build printed. What prints is a chunk of its
 * own: the form does not wait for it.
 * @param column Holds figures marked `data-language="curl"`, each with one `code` in it.
 * @param server Base of the address.
 */
export async function showSamples(
  column: Element,
  operation: BundledOperation,
  call: Call,
  server: string,
): Promise<void> {
  if (!latest.has(column) && server === operation.servers[0]?.url && isExample(operation, call)) return;
  const current = { call };
  latest.set(column, current);
  const { printSamples } = await import('./sample-printers.ts');
  if (latest.get(column) === current) printSamples(column, operation, call, server);
}

function isExample(operation: BundledOperation, call: Call): boolean {
  return JSON.stringify(call) === JSON.stringify(exampleCall(operation));
}

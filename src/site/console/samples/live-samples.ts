/** Keeps the page's own samples in step with the form: same place, same frame, only the code is replaced. */
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { lazy } from '../../lazy.ts';
import type { RequestInput } from '../request/input/request-input.ts';

const printersChunk = lazy(() => import('./print-samples.chunk.ts'));

/** The latest call of each column; what is printed late must not overwrite it. The first is the example, as the build printed it. */
const latest = new WeakMap<Element, { call: RequestInput }>();

/**
 * Prints a call into the samples of a column, once it is another than the build printed. What prints is a chunk of its
 * own: the form does not wait for it.
 * @param column Holds figures marked `data-language="curl"`, each with one `code` in it.
 * @param server Base of the address.
 */
export async function showSamples(
  column: Element,
  operation: BundledOperation,
  call: RequestInput,
  server: string,
): Promise<void> {
  const isFirst = !latest.has(column);
  const current = { call };
  latest.set(column, current);
  if (isFirst && server === operation.servers[0]?.url) return;
  const printers = await printersChunk.load().catch(() => undefined);
  column.querySelector('[data-samples-stale]')?.remove();
  if (!printers) return column.querySelector('figure')?.before(staleNotice());
  if (latest.get(column) === current) printers.printSamples(column, operation, call, server);
}

function staleNotice(): HTMLElement {
  const notice = document.createElement('p');
  notice.dataset.samplesStale = '';
  notice.className = 'ob-field-hint';
  notice.role = 'status';
  notice.textContent = 'The samples could not be loaded: the next change tries again.';
  return notice;
}

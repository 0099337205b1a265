/** The console's chunk: what intent.ts loads, and all that it needs to know of it. */
import { h, render } from 'preact';
import type { OperationSlice } from '../../openapi/slice.ts';
import { Console } from './Console.tsx';
import './console.css';
import { showSamples } from './live-samples.ts';
import { pageSession } from './page-session.ts';

/**
 * Opens the console in an empty element.
 * @param column Holds the samples that follow the form.
 */
export function mountConsole(place: Element, column: Element, slice: OperationSlice): void {
  const session = pageSession();
  render(
    h(Console, { slice, session, onCall: (call, server) => void showSamples(column, slice, call, server) }),
    place,
  );
}

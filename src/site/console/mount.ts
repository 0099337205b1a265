/** The console's chunk: what intent.ts loads, and all that it needs to know of it. */
import { h, render } from 'preact';
import type { OperationSlice } from '../../openapi/slice.ts';
import { Console } from './Console.tsx';
import type { ConsoleProps } from './Console.tsx';
import './console.css';
import { showSamples } from './live-samples.ts';
import { pageSession } from './page-session.ts';

/**
 * Opens the console in an element, and takes over what its frame has there.
 * @param column Holds the samples that follow the form.
 * @param pressed Send was pressed before: the call is sent.
 */
export function mountConsole(place: Element, column: Element, slice: OperationSlice, pressed: boolean): void {
  const session = pageSession();
  const onCall: ConsoleProps['onCall'] = (call, server) => void showSamples(column, slice, call, server);
  render(h(Console, { slice, session, pressed, onCall }), place);
}

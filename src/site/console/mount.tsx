/** The console's chunk: what intent.ts loads, and all that it needs to know of it. */
import { render } from 'preact';
import type { OperationSlice } from '../../openapi/slice.ts';
import { Console } from './Console.tsx';
import './console.css';
import { showSamples } from './live-samples.ts';
import { pageSession } from './session.ts';

/**
 * Opens the console in an empty element.
 * @param column Holds the samples that follow the form.
 */
export function mountConsole(place: Element, column: Element, slice: OperationSlice): void {
  render(
    <Console slice={slice} session={pageSession()} onRequest={(request) => void showSamples(column, request)} />,
    place,
  );
}

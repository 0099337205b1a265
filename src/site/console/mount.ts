/** The console's chunk: what intent.ts loads, and all that it needs to know of it. */
import { h, render } from 'preact';
import type { BundledOperation } from '../../openapi/bundle/bundled-operation.ts';
import { Console } from './Console.tsx';
import type { ConsoleProps } from './Console.tsx';
import './console.css';
import { showSamples } from './samples/live-samples.ts';
import type { BodyParts } from './request/load-body.ts';
import { pageSession } from '../session/page-session.ts';

export { loadBody } from './request/load-body.ts';

/** An operation, and what shows its body. */
export interface Loaded {
  operation: BundledOperation;
  body: BodyParts | undefined;
}

/**
 * Opens the console in an element, and takes over the placeholder that is there.
 * @param column Holds the samples that follow the form.
 * @param pressed Send was pressed before: the call is sent.
 */
export function mountConsole(place: Element, column: Element, { operation, body }: Loaded, pressed: boolean): void {
  const session = pageSession();
  const onCall: ConsoleProps['onCall'] = (call, server) => void showSamples(column, operation, call, server);
  render(h(Console, { operation, session, body, pressed, onCall }), place);
}

/** The console's chunk: what intent.ts loads, and all that it needs to know of it. */
import { h, render } from 'preact';
import type { BundledOperation } from '../../openapi/bundle/bundled-operation.ts';
import { Console } from './Console.tsx';
import type { ConsoleProps } from './Console.tsx';
import './console.css';
import type { BodyParts } from './request/load-body.ts';
import { lazy } from '../lazy.ts';
import { showSamples } from './samples/live-samples.ts';
import { pageSession } from '../session/page-session.ts';

export { loadBody } from './request/load-body.ts';

/** What keeps the focus in the console; the form does not wait for it. */
const focusChunk = lazy(() => import('../ui/focus/keep-focus.chunk.ts'));

/** An operation, and what shows its body. */
export interface Loaded {
  operation: BundledOperation;
  body: BodyParts | undefined;
}

/**
 * Opens the console in an element, and takes over the placeholder that is there.
 * @param column Holds the samples that follow the form.
 */
export function mountConsole(
  place: HTMLElement,
  column: Element,
  { operation, body }: Loaded,
  { pressed, onClose }: Pick<ConsoleProps, 'pressed' | 'onClose'>,
): void {
  const session = pageSession();
  const onCall: ConsoleProps['onCall'] = (call, server) => void showSamples(column, operation, call, server);
  const close = () => {
    render(null, place);
    onClose();
  };
  render(h(Console, { operation, session, body, pressed, onCall, onClose: close }), place);
  focusChunk.load().then(
    ({ keepFocus }) => keepFocus(place),
    () => undefined,
  );
}

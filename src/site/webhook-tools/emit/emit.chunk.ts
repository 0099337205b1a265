/** What “Emit” on the page of an event loads. */
import { h, render } from 'preact';
import '../../console/console.css';
import { keepFocus } from '../../ui/focus/keep-focus.chunk.ts';
import '../webhook-tools.css';
import { Emit } from './Emit.tsx';

/** Lets the event of the page happen at once: the press that loads the tool is the one that asks for it. */
export function mount(place: HTMLElement, facts: string): void {
  const { event } = JSON.parse(facts) as { event: string };
  place.replaceChildren();
  render(h(Emit, { event }), place);
  keepFocus(place);
}

/** The time machine's chunk: its `intent.ts` loads it when a reader shows interest. */
import { h, render } from 'preact';
import '../../console/console.css';
import { keepFocus } from '../../ui/focus/keep-focus.chunk.ts';
import '../webhook-tools.css';
import './machine.css';
import { Machine } from './Machine.tsx';

export function mount(place: HTMLElement): void {
  place.replaceChildren();
  render(h(Machine, {}), place);
  keepFocus(place);
}

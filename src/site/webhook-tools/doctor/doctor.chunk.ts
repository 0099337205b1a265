/** The signature doctor's chunk: its `intent.ts` loads it when a reader shows interest. */
import { h, render } from 'preact';
import '../../console/console.css';
import { keepFocus } from '../../ui/focus/keep-focus.chunk.ts';
import '../webhook-tools.css';
import { Doctor } from './Doctor.tsx';

export function mount(place: HTMLElement): void {
  place.replaceChildren();
  render(h(Doctor, {}), place);
  keepFocus(place);
}

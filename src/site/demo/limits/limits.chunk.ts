/** The tool of the rate limits' guide. */
import { h } from 'preact';
import { mountDemo } from '../mount-demo.ts';
import './limits.css';
import { Limits } from './Limits.tsx';

export function mount(place: HTMLElement): void {
  mountDemo(place, h(Limits, {}));
}

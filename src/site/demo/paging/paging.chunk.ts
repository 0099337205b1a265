/** The tool of the pagination's guide. */
import { h } from 'preact';
import { mountDemo } from '../mount-demo.ts';
import './paging.css';
import { begin, Paging } from './Paging.tsx';

export async function mount(place: HTMLElement): Promise<void> {
  mountDemo(place, h(Paging, { begun: await begin() }));
}

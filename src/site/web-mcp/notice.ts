/** The notice that is there while an agent works in the page. */
import { h, render } from 'preact';
import { AgentNotice } from './AgentNotice.tsx';

let place: HTMLElement | undefined;
let asking: string | undefined;

/** Shows the notice. The reader may hide it; the next act shows it again. */
export function showNotice(): void {
  place ??= document.body.appendChild(document.createElement('div'));
  render(h(AgentNotice, { asking, onClose: hide }), place);
}

/** Asks the reader to press Send. Returns what ends that. @param source what would answer: `the live API` */
export function askForSend(source: string): () => void {
  asking = source;
  showNotice();
  return () => {
    asking = undefined;
    if (place) showNotice();
  };
}

function hide(): void {
  if (!place) return;
  render(null, place);
  place.remove();
  place = undefined;
}

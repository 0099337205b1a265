/** The player. The page loads it at once where it was opened with a session, else when the reader wants it. */
import { h, render } from 'preact';
import '../ui/controls.css';
import './replay.css';
import { ReplayPage } from './ReplayPage.tsx';

/** Shows the player in an element of the page. @param packed the session in the link that the page was opened with */
export function mountReplay(place: HTMLElement, packed: string | undefined): void {
  // What stood there before may be the page's own, or a player.
  render(null, place);
  place.replaceChildren();
  render(h(ReplayPage, { packed }), place);
}

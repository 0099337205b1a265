/** The playground's chunk. The page loads it when its place is seen. */
import { h, render } from 'preact';
import { environments, pageSandbox } from '../session/environments.ts';
import { keepFocus } from '../ui/focus/keep-focus.chunk.ts';
import type { Addresses } from './links.ts';
import { openPages } from './open-pages.ts';
import { Playground } from './playground.ts';
import './playground.css';
import { PlaygroundPage } from './PlaygroundPage.tsx';
import { portTo } from './port.ts';
import { keepShown, shownBefore } from './shown-conversation.ts';

/** The sandbox of this page, in the workspace that the reader has everywhere on the site. */
const port = portTo(async (request) => (await pageSandbox.load()).fetch(request), environments.sandbox.defaultKey);

/** Shows the playground in an element of the page. */
export function mountPlayground(place: HTMLElement): void {
  const addresses = JSON.parse(place.dataset['addresses'] ?? '{}') as Addresses;
  const playground = new Playground(port, openPages(), { conversation: shownBefore() });
  playground.subscribe(() => keepShown(playground.state.view?.conversation?.id));
  place.replaceChildren();
  render(h(PlaygroundPage, { playground, addresses }), place);
  keepFocus(place);
}

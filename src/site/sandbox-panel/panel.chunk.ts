/** The panel's chunk. A page loads it when a reader shows interest in the panel. */
import { h, render } from 'preact';
import '../console/console.css';
import { pageSession } from '../session/page-session.ts';
import type { Session } from '../session/session.ts';
import { keepFocus } from '../ui/focus/keep-focus.chunk.ts';
import { Drawer } from './Drawer.tsx';
import './panel.css';
import { Panel } from './Panel.tsx';

let host: HTMLElement | undefined;

/** Opens the panel at the edge of the window, or moves the focus to it. Closing it gives the focus back. */
export function openDrawer(session: Session): void {
  if (host) {
    host.querySelector('h2')?.focus();
    return;
  }
  const opener = openerOf(document.activeElement);
  const place = document.body.appendChild(document.createElement('div'));
  host = place;
  const close = () => {
    render(null, place);
    place.remove();
    host = undefined;
    if (opener instanceof HTMLElement) opener.focus();
  };
  render(h(Drawer, { session, onClose: close }), place);
  keepFocus(place);
}

/** A button in a menu that closes by itself gives way to the button of that menu. */
function openerOf(focused: Element | null): Element | null {
  const menu = focused?.closest('[popover]');
  return menu ? document.querySelector(`[popovertarget="${menu.id}"]`) : focused;
}

/** Shows the panel in an element of the page. */
export function mountPanel(place: HTMLElement): void {
  render(h(Panel, { session: pageSession(), choosing: true }), place);
  keepFocus(place);
}

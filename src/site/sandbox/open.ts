/** The panel's chunk. A page loads it when a reader shows interest in the panel. */
import { h, render } from 'preact';
import '../console/console.css';
import { pageSession } from '../console/page-session.ts';
import type { Session } from '../console/session.ts';
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
  const opener = document.activeElement;
  const place = document.body.appendChild(document.createElement('div'));
  host = place;
  const close = () => {
    render(null, place);
    place.remove();
    host = undefined;
    if (opener instanceof HTMLElement) opener.focus();
  };
  render(h(Drawer, { session, onClose: close }), place);
}

/** Shows the panel in an element of the page. */
export function mountPanel(place: Element): void {
  render(h(Panel, { session: pageSession(), choosing: true }), place);
}

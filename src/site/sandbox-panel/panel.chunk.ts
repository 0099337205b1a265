/** The panel's chunk. A page loads it when a reader shows interest in the panel. */
import { h, render } from 'preact';
import '../console/console.css';
import { pageSession } from '../session/page-session.ts';
import type { Session } from '../session/session.ts';
import { keepFocus } from '../ui/focus/keep-focus.chunk.ts';
import { Drawer } from './Drawer.tsx';
import { followLink } from './follow-link.ts';
import './panel.css';
import { Panel } from './Panel.tsx';
import type { WorkspaceLink } from './workspace-link.ts';

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

/** Shows the panel in an element of the page. @param link to the workspace that it is opened on */
export function mountPanel(place: HTMLElement, link?: WorkspaceLink): void {
  const session = pageSession();
  const problem = link && followLink(session, link);
  if (problem !== undefined) session.say(problem);
  render(h(Panel, { session, choosing: true }), place);
  keepFocus(place);
}

import { markup } from '../../text/markup.ts';
import type { Html } from '../../text/markup.ts';
import type { Incident } from '../feeds/status-feed.ts';
import { timeText } from './service-claim.ts';

/** The anchor of an incident on the status page. */
export function incidentAnchor(id: string): string {
  return `incident-${id}`;
}

/** How far an incident or a maintenance window is, and all that was said of it: below its title. */
export function incidentHtml(incident: Incident): Html {
  const { id, kind, state, started_at: started, resolved_at: resolved, services, updates } = incident;
  const time =
    resolved === null
      ? markup`${state === 'scheduled' ? 'from' : 'since'} ${timeHtml(started)}`
      : markup`${timeHtml(started)} to ${timeHtml(resolved)}`;
  const items = updates.map(
    ({ at, state: then, text }, index) =>
      markup`<li id="${incidentAnchor(id)}-${index + 1}">${timeHtml(at)}, ${words(then)}: ${text}</li>`,
  );
  return markup`<p>${kind === 'maintenance' ? 'Maintenance' : 'Incident'}: ${words(state)}, ${time}. Touches ${services.join(', ')}.</p><ol>${items}</ol>`;
}

/** One that the page did not know when it was built. */
export function newIncidentHtml(incident: Incident): Html {
  return markup`<article data-incident="${incident.id}"><h3 id="${incidentAnchor(incident.id)}">${incident.title}</h3><div class="incident-updates">${incidentHtml(incident)}</div></article>`;
}

const timeHtml = (time: string): Html => markup`<time datetime="${time}">${timeText(time)}</time>`;

const words = (state: string): string => state.replace('_', ' ');

import { parseStatusFeed } from '../feeds/status-feed.ts';
import type { StatusFeed } from '../feeds/status-feed.ts';
import { incidentHtml, newIncidentHtml } from './incidents-html.ts';
import { sitePath } from '../ui/site-path.ts';
import { servicesHtml } from './services-html.ts';

/** What the page shows of the feed as it is now; with time it ages by itself. */
const AGE_MS = 20_000;
const RELOAD_MS = 60_000;

/** What a reader has opened, by the service and the part of it. */
const OPEN = 'details[open][data-part]';

/**
 * Shows the newest feed in place of that of the build, and lets it age: what is old becomes unknown, also while nothing can be
 * loaded. A feed that cannot be read changes nothing.
 */
export async function showStatus(place: HTMLElement, note: HTMLElement): Promise<void> {
  let feed = await loadFeed(note);
  const show = (): void => {
    if (!feed) return;
    showServices(place, feed);
    showIncidents(feed);
  };
  show();
  setInterval(show, AGE_MS);
  setInterval(() => {
    if (!document.hidden) void loadFeed(note).then((newest) => (feed = newest ?? feed));
  }, RELOAD_MS);
}

function showServices(place: HTMLElement, feed: StatusFeed): void {
  // What is open stays open.
  const open = [...place.querySelectorAll(OPEN)].map(nameOf);
  place.innerHTML = servicesHtml(feed, Date.now()).text;
  // What the build knew is no longer what is shown.
  document.getElementById('services-built')?.toggleAttribute('hidden', feed.generated_at !== null);
  for (const part of place.querySelectorAll('details[data-part]'))
    part.toggleAttribute('open', open.includes(nameOf(part)));
}

function nameOf(part: Element): string {
  return `${part.closest('[data-service]')?.getAttribute('data-service')} ${part.getAttribute('data-part')}`;
}

/** What was said since the page was built: of the incidents that it knows, and of new ones, which come first. */
function showIncidents({ incidents }: StatusFeed): void {
  const list = document.getElementById('incidents-now');
  if (!list) return;
  document.getElementById('incidents-none')?.toggleAttribute('hidden', incidents.length > 0);
  for (const incident of incidents.toReversed()) {
    const known = list.querySelector(`[data-incident="${CSS.escape(incident.id)}"] .incident-updates`);
    if (!known) list.insertAdjacentHTML('afterbegin', newIncidentHtml(incident).text);
    else if (known.querySelectorAll('li').length !== incident.updates.length)
      known.innerHTML = incidentHtml(incident).text;
  }
}

async function loadFeed(note: HTMLElement): Promise<StatusFeed | undefined> {
  try {
    const response = await fetch(sitePath('/status.json'), { cache: 'no-store' });
    if (!response.ok) throw new TypeError(`status.json answered ${response.status}`);
    const feed = parseStatusFeed(await response.json());
    note.textContent = '';
    return feed;
  } catch (error) {
    note.textContent = `The newest measurements cannot be read: ${(error as Error).message}.`;
    return undefined;
  }
}

import type { DayStatus, ServiceStatus, StatusFeed } from '../feeds/status-feed.ts';
import { markup } from '../../text/markup.ts';
import type { Html } from '../../text/markup.ts';
import { latencyHtml } from './latency-html.ts';
import { claimOf } from './service-claim.ts';

const DAY_MS = 86_400_000;
const DAYS = 90;

/**
 * The services with what is known of each: the page prints it when it is built, and its script again with the newest feed.
 * @param now Milliseconds; undefined where nobody knows when this is read. Nothing is claimed then.
 */
export function servicesHtml(feed: StatusFeed, now: number | undefined): Html {
  return markup`<ul class="services">${feed.services.map((service) => serviceHtml(service, feed, now))}</ul>`;
}

function serviceHtml(service: ServiceStatus, feed: StatusFeed, now: number | undefined): Html {
  const { state, label, measured } = claimOf(service, feed, now);
  const isCurrent = state !== 'unknown' && state !== 'not_measured';
  const took = isCurrent && service.response_ms !== null && `${service.response_ms} ms`;
  const facts = [measured, took, uptimeText(service)].filter(Boolean).join(' · ');
  return markup`<li data-service="${service.id}" data-state="${state}"><p class="service"><b>${service.name}</b> <span class="state">${label}</span></p>${
    facts !== '' && markup`<p class="facts">${facts}</p>`
  }${isCurrent && service.error !== null && markup`<p class="error">${service.error}</p>`}${historyHtml(service, now)}${latencyHtml(service)}</li>`;
}

function uptimeText({ uptime_90_days: uptime, days }: ServiceStatus): string | undefined {
  if (uptime === null) return undefined;
  const checks = days.reduce((sum, day) => sum + day.checks, 0);
  return `${uptime} % of ${checks.toLocaleString('en')} checks in ${days.length} ${days.length === 1 ? 'day' : 'days'}`;
}

/** Bars of the last 90 days, and the same as a table. A day without a check has no bar. */
function historyHtml({ name, days }: ServiceStatus, now: number | undefined): Html | undefined {
  const last = days.at(-1);
  if (!last) return undefined;
  const today = now === undefined ? last.date : new Date(now).toISOString().slice(0, 10);
  const byDate = new Map(days.map((day) => [day.date, day]));
  const dates = Array.from({ length: DAYS }, (_, index) =>
    new Date(Date.parse(today) - (DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
  const bars = dates.map((date, index) => barHtml(byDate.get(date), index));
  const rows = [...days]
    .reverse()
    .map(
      ({ date, checks, degraded, down }) =>
        markup`<tr><th scope="row">${date}</th><td>${checks}</td><td>${degraded}</td><td>${down}</td></tr>`,
    );
  return markup`<svg class="days" viewBox="0 0 ${DAYS * 4} 24" preserveAspectRatio="none" role="img" aria-label="${`${name}: checks of the last ${DAYS} days, told in the table below`}">${bars}</svg><details data-part="days"><summary>Day by day</summary><table><thead><tr><th scope="col">Day (UTC)</th><th scope="col">Checks</th><th scope="col">Slow</th><th scope="col">Failed</th></tr></thead><tbody>${rows}</tbody></table></details>`;
}

/** Told by height as well as by colour: the more checks failed, the shorter the bar. */
function barHtml(day: DayStatus | undefined, index: number): Html {
  const x = index * 4;
  if (!day || day.checks === 0) return markup`<rect class="none" x="${x}" y="22" width="3" height="2"/>`;
  const state = day.down > 0 ? 'down' : day.degraded > 0 ? 'degraded' : 'operational';
  const height = 4 + Math.round(20 * (1 - day.down / day.checks));
  return markup`<rect class="${state}" x="${x}" y="${24 - height}" width="3" height="${height}"/>`;
}

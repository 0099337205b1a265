import type { Random } from '../random.ts';
import type { Records } from '../records/collections.ts';
import { later } from './ids-and-times.ts';
import { PAGES, REFERRERS, shopUrl } from './visitor-data.ts';

type Visitor = Records['visitors'];
type Session = Records['sessions'];
type Pageview = Records['pageviews'];

/** One page of a visit: how many seconds after its start, which page, and for how long (null: still there). */
interface PlannedPage {
  readonly offset: number;
  readonly path: string;
  readonly title: string;
  readonly seconds: number | null;
}

/** What a visitor did in one session. */
export interface Visit {
  readonly session: string;
  readonly start: string;
  readonly referrer: string | null;
  readonly isOver: boolean;
  readonly pages: readonly PlannedPage[];
}

/** A visitor and what they did, oldest visit first. */
export interface Story {
  readonly visitor: Visitor;
  readonly visits: readonly Visit[];
}

const DAY = 86_400;

/** Visits of a made-up visitor, oldest first; the first starts at `firstSeen`, none after `end`. */
export function planVisits(random: Random, suffix: string, firstSeen: string, end: string, isOnline: boolean): Visit[] {
  const visits: Visit[] = [];
  let start = firstSeen;
  for (let number = 0; number < 4; number += 1) {
    const pages = planPages(random);
    visits.push({
      session: `ses_${suffix}${number}`,
      start,
      referrer: random.chance(0.3) ? random.pick(REFERRERS) : null,
      isOver: true,
      pages,
    });
    start = later(start, Math.round((0.5 + 9 * random.next()) * DAY));
    if (start > end || random.chance(0.4)) break;
  }
  if (isOnline) visits.push(currentVisit(random, suffix, end));
  return visits;
}

function planPages(random: Random): PlannedPage[] {
  let offset = 0;
  return Array.from({ length: random.between(1, 5) }, () => {
    const [path, title] = random.pick(PAGES);
    const page = { offset, path, title, seconds: random.between(8, 240) };
    offset += page.seconds;
    return page;
  });
}

/** A visit that still goes on at `end`. */
function currentVisit(random: Random, suffix: string, end: string): Visit {
  const pages = planPages(random);
  const last = pages.at(-1);
  const open = last ? [...pages.slice(0, -1), { ...last, seconds: null }] : pages;
  const start = later(end, -(last?.offset ?? 0) - random.between(5, 90));
  return { session: `ses_${suffix}9`, start, referrer: null, isOver: false, pages: open };
}

export function countPages(visits: readonly Visit[]): number {
  return visits.reduce((sum, visit) => sum + visit.pages.length, 0);
}

/** When the visitor was last active. */
export function lastSeen(visits: readonly Visit[]): string {
  const visit = visits.at(-1);
  const page = visit?.pages.at(-1);
  return later(visit?.start ?? '', (page?.offset ?? 0) + (page?.seconds ?? 0));
}

/** The sessions that the visits make. */
export function sessionsOf({ id, location, device }: Visitor, visits: readonly Visit[]): Session[] {
  return visits.map((visit) => ({
    id: visit.session,
    visitor_id: id,
    landing_page: shopUrl(visit.pages[0]?.path ?? '/'),
    referrer: visit.referrer,
    location,
    device,
    pageviews_count: visit.pages.length,
    started_at: visit.start,
    ended_at: visit.isOver ? lastSeen([visit]) : null,
  }));
}

/** The pageviews that the visits make. */
export function pageviewsOf({ id }: Visitor, visits: readonly Visit[]): Pageview[] {
  return visits.flatMap((visit) =>
    visit.pages.map((page, index) => ({
      id: `pv_${visit.session.slice(4)}${index}`,
      visitor_id: id,
      session_id: visit.session,
      url: shopUrl(page.path),
      title: page.title,
      referrer: index === 0 ? visit.referrer : shopUrl(visit.pages[index - 1]?.path ?? '/'),
      duration_seconds: page.seconds,
      viewed_at: later(visit.start, page.offset),
    })),
  );
}

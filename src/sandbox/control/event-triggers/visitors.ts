import { found } from '../../operations/not-found.ts';
import type { Records } from '../../records/collections.ts';
import type { Stored } from '../../records/row.ts';
import { PAGES, shopUrl } from '../../seed/visitor-data.ts';
import { newest } from './event-trigger.ts';
import type { EventTrigger, TriggerContext } from './event-trigger.ts';

type Visitor = Records['visitors'];
type Session = Records['sessions'];
type Pageview = Records['pageviews'];

/** After this long without a page a session is over, in milliseconds. */
const SILENCE = 30 * 60_000;

/** A visitor opens a page: in the session that goes on, or in a new one. */
export const visitorPageViewed: EventTrigger = (id, context) => {
  const { visitors } = context.workspace.records;
  const anyone = newest(visitors.rows, ({ online }) => online) ?? newest(visitors.rows, () => true);
  const visitor = found(id === undefined ? anyone : visitors.get(id), 'visitor', id ?? '').value;
  const pageview = viewPage(visitor, context);
  context.emit('visitor.page_viewed', { ...visitors.get(visitor.id)?.value, id: visitor.id, pageview } as Stored);
};

function viewPage(visitor: Visitor, context: TriggerContext): Pageview {
  const { workspace, now, random } = context;
  const { visitors, sessions, pageviews } = workspace.records;
  const current = sessions.group(visitor.id).findLast(({ value }) => value.ended_at === null)?.value;
  const isOver = Date.parse(now) - Date.parse(visitor.last_seen_at) > SILENCE;
  const previous = current && endPage(current, isOver ? visitor.last_seen_at : now, context);
  if (current && isOver) sessions.put({ ...current, ended_at: visitor.last_seen_at });
  const [path, title] = random.pick(PAGES.filter(([other]) => shopUrl(other) !== visitor.current_page?.url));
  const url = shopUrl(path);
  const session = current && !isOver ? current : newSession(visitor, url, context);
  sessions.put({ ...session, pageviews_count: session.pageviews_count + 1 });
  visitors.put({
    ...visitor,
    online: true,
    current_page: { url, title },
    sessions_count: visitor.sessions_count + (session === current ? 0 : 1),
    pageviews_count: visitor.pageviews_count + 1,
    last_seen_at: now,
  });
  return pageviews.put({
    id: workspace.newId('pv'),
    visitor_id: visitor.id,
    session_id: session.id,
    url,
    title,
    referrer: session === current ? (previous?.url ?? null) : null,
    duration_seconds: null,
    viewed_at: now,
  }).value;
}

/** Notes how long the session's last page was viewed. */
function endPage(session: Session, end: string, { workspace }: TriggerContext): Pageview | undefined {
  const { pageviews } = workspace.records;
  const last = pageviews.group(session.visitor_id).findLast(({ value }) => value.session_id === session.id)?.value;
  if (last?.duration_seconds !== null) return last;
  const seconds = Math.max(0, Math.round((Date.parse(end) - Date.parse(last.viewed_at)) / 1000));
  return pageviews.put({ ...last, duration_seconds: seconds }).value;
}

function newSession(visitor: Visitor, url: string, { workspace, now }: TriggerContext): Session {
  return {
    id: workspace.newId('ses'),
    visitor_id: visitor.id,
    landing_page: url,
    referrer: null,
    location: visitor.location,
    device: visitor.device,
    pageviews_count: 0,
    started_at: now,
    ended_at: null,
  };
}

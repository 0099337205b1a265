import type { Handler, Handlers } from './handler.ts';
import { found } from './not-found.ts';
import { paginate } from './pagination.ts';

const listVisitors: Handler<'listVisitors'> = ({ query, cursor }, { workspace }) => {
  const { online } = query;
  const matches = online === undefined ? undefined : (visitor: { online: boolean }) => visitor.online === online;
  return paginate(workspace.records.visitors.rows, query, cursor, matches);
};

const getVisitor: Handler<'getVisitor'> = ({ path }, { workspace }) =>
  found(workspace.records.visitors.get(path.id), 'visitor', path.id);

const listVisitorSessions: Handler<'listVisitorSessions'> = ({ path, query, cursor }, { workspace }) => {
  found(workspace.records.visitors.get(path.id), 'visitor', path.id);
  return paginate(workspace.records.sessions.group(path.id), query, cursor);
};

const listVisitorPageviews: Handler<'listVisitorPageviews'> = ({ path, query, cursor }, { workspace }) => {
  const { session_id } = query;
  found(workspace.records.visitors.get(path.id), 'visitor', path.id);
  const rows = workspace.records.pageviews.group(path.id);
  return paginate(rows, query, cursor, session_id ? (pageview) => pageview.session_id === session_id : undefined);
};

export const visitorHandlers = {
  listVisitors,
  getVisitor,
  listVisitorSessions,
  listVisitorPageviews,
} satisfies Partial<Handlers>;

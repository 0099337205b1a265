import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Session } from '../session/session.ts';
import { useSession } from '../session/fields/use-session.ts';
import { control, ControlError } from './control-client.ts';
import type { Clock, Delivery, Faults, MadeWorkspace, Moment, Receiver, Trouble, Undo } from './control-client.ts';

/** A workspace, as it was a moment ago. */
export interface Snapshot {
  readonly clock: Clock;
  /** How far the workspace's clock is ahead of this machine's, in milliseconds. */
  readonly ahead: number;
  readonly faults: Faults;
  readonly receiver: Receiver;
  /** Undefined where an older mock does not tell. */
  readonly workspace: MadeWorkspace | undefined;
  /** The requests that can be undone, the last of them first; nothing where an older mock does not tell. */
  readonly undos: readonly Undo[];
  /** Oldest first; likewise. */
  readonly moments: readonly Moment[];
  /** Newest first. */
  readonly deliveries: readonly Delivery[];
  readonly hasMoreDeliveries: boolean;
}

export interface ControlRequest {
  path: string;
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: object | string;
}

/**
 * Asks the control interface of the sandbox to do something.
 * @param said what to tell the reader once it is done
 * @returns the answer, or `undefined` where it was not done; the reader is told why
 */
export type ControlSandbox = <Result>(
  request: ControlRequest,
  said: string | ((answer: Result) => string),
) => Promise<Result | undefined>;

/** Milliseconds between two looks at the workspace, which other tabs, programs and its own clock change. */
const interval = 1000;
/** Milliseconds that a key or an address is left alone before it is tried, because it may still be typed. */
const typingPause = 300;

/** Shows the workspace of the session's key as it changes, and changes it. */
export function usePanel(session: Session) {
  useSession(session);
  const [snapshot, setSnapshot] = useState<Snapshot>();
  const [unreadable, setUnreadable] = useState<Trouble>();
  const [refused, refuse] = useState<Trouble>();
  const [said, setSaid] = useState('');
  const [shown, setShown] = useState(20);
  const [tries, tryAgain] = useReducer((count: number) => count + 1, 0);
  const latest = useRef(0);
  const { environment, key } = session;
  const workspace = `${environment.id} ${environment.baseUrl} ${key}`;

  /** A look that was overtaken by a later one is forgotten. @returns whether to go on looking */
  const look = async (): Promise<boolean> => {
    latest.current += 1;
    const own = latest.current;
    const read = await readWorkspace(session, shown).catch((error: unknown) => troubleOf(error));
    if (own !== latest.current) return true;
    if ('title' in read) setUnreadable(read);
    else setSnapshot(read);
    return !('title' in read);
  };

  useEffect(() => {
    setSnapshot(undefined);
    refuse(undefined);
    setSaid('');
  }, [workspace]);

  useEffect(() => {
    setUnreadable(undefined);
    if (environment.id === 'live') return undefined;
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const goOn = async () => {
      const isReadable = document.hidden || (await look());
      if (isReadable && !isOver) timer = setTimeout(() => void goOn(), interval);
    };
    timer = setTimeout(() => void goOn(), snapshot ? typingPause : 0);
    return () => {
      isOver = true;
      latest.current += 1;
      clearTimeout(timer);
    };
  }, [workspace, shown, tries]);

  const controlSandbox: ControlSandbox = async <Result>(
    { path, method = 'POST', body }: ControlRequest,
    words: string | ((answer: Result) => string),
  ) => {
    refuse(undefined);
    setSaid('');
    try {
      const text = typeof body === 'object' ? JSON.stringify(body) : body;
      const answer = await control<Result>(session, path, method, text);
      await look();
      setSaid(typeof words === 'string' ? words : words(answer));
      return answer;
    } catch (error) {
      refuse(troubleOf(error));
      return undefined;
    }
  };
  return { snapshot, unreadable, refused, said, controlSandbox, refuse, tryAgain, showMore: () => setShown(100) };
}

async function readWorkspace(session: Session, shown: number): Promise<Snapshot> {
  const [clock, faults, receiver, log, workspace, undos, moments] = await Promise.all([
    control<Clock>(session, '/clock'),
    control<Faults>(session, '/faults'),
    control<Receiver>(session, '/receiver'),
    control<{ data: Delivery[]; pagination: { has_more: boolean } }>(session, `/deliveries?limit=${shown}`),
    control<MadeWorkspace>(session, '/workspaces').catch(() => undefined),
    control<{ data: Undo[] }>(session, '/undo').catch(() => ({ data: [] })),
    control<{ data: Moment[] }>(session, '/snapshots').catch(() => ({ data: [] })),
  ]);
  const ahead = Date.parse(clock.now) - Date.now();
  return {
    clock,
    ahead,
    faults,
    receiver,
    workspace,
    undos: undos.data,
    moments: moments.data,
    deliveries: log.data,
    hasMoreDeliveries: log.pagination.has_more,
  };
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof ControlError) return error.trouble;
  const explanation = error instanceof Error ? error.message : String(error);
  return { title: 'Something went wrong in this page', explanation };
}

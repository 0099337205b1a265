import { send } from '../console/environments.ts';
import type { Session } from '../console/session.ts';
import type { ExplorerFetch } from './configuration.ts';

/**
 * The way of Scalar's requests: through the chosen environment, like those of the light console.
 * @param mayChangeLive Asks the reader before a call that may change real data.
 */
export function explorerFetch(session: Session, mayChangeLive: (request: Request) => Promise<boolean>): ExplorerFetch {
  return async (input, init) => {
    const request = withoutForeignKey(new Request(input, init), session);
    const { id } = session.environment;
    if (id === 'live' && !isRead(request) && !(await mayChangeLive(request))) {
      // Scalar rewrites the message of what it catches, which a DOMException does not allow.
      throw new Error('Not sent: you did not confirm it.');
    }
    return send(request, id);
  };
}

function isRead({ method }: Request): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method);
}

/** A live key that was typed before the reader changed the environment goes nowhere but to live. */
function withoutForeignKey(request: Request, session: Session): Request {
  const isLiveKey = request.headers.get('Authorization')?.includes('sk_live_') ?? false;
  if (isLiveKey && session.environment.id !== 'live') request.headers.set('Authorization', `Bearer ${session.key}`);
  return request;
}

import { send } from '../console/environments.ts';
import { freshSecret } from '../console/fresh-secret.ts';
import type { Session } from '../console/session.ts';
import type { ExplorerFetch } from './configuration.ts';

/**
 * The way of Scalar's requests: through the chosen environment, like those of the light console.
 * @param mayChangeLive Asks the reader before a call that may change real data.
 */
export function explorerFetch(session: Session, mayChangeLive: (request: Request) => Promise<boolean>): ExplorerFetch {
  return async (input, init) => {
    const request = await withOwnSecret(new Request(input, init), session);
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

/**
 * What Scalar was told of the session goes out fresh; what was typed for another environment, a live key above all, goes
 * nowhere else.
 */
async function withOwnSecret(request: Request, session: Session): Promise<Request> {
  const secret = request.headers.get('Authorization')?.replace(/^Bearer /, '') ?? '';
  const isForeign = session.isForeign(secret) || (secret.startsWith('sk_live_') && session.environment.id !== 'live');
  if (isForeign || secret === session.secret)
    request.headers.set('Authorization', `Bearer ${await freshSecret(session)}`);
  return request;
}

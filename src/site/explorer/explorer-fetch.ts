import { send } from '../session/environments.ts';
import { freshSecret } from '../session/fresh-secret.ts';
import type { Session } from '../session/session.ts';
import { shownSecret } from './configuration.ts';
import type { ExplorerFetch } from './configuration.ts';

/**
 * The way of Scalar's requests: through the chosen environment, like those of the light console.
 * @param mayChangeLive Asks the reader before a call that may change real data.
 */
export function explorerFetch(session: Session, mayChangeLive: (request: Request) => Promise<boolean>): ExplorerFetch {
  const shownSecrets = new Set([shownSecret(session)]);
  session.subscribe(() => shownSecrets.add(shownSecret(session)));
  return async (input, init) => {
    const request = await withOwnSecret(new Request(input, init), session, shownSecrets);
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

/** Scalar carries what it was told of the session, a placeholder or an old key: what goes out is what the session has now. */
async function withOwnSecret(request: Request, session: Session, shownSecrets: ReadonlySet<string>): Promise<Request> {
  const secret = request.headers.get('Authorization')?.replace(/^Bearer /, '') ?? '';
  // A live key that was typed into Scalar before the reader changed the environment goes nowhere but to live.
  const isForeign = secret.startsWith('sk_live_') && session.environment.id !== 'live';
  if (isForeign || shownSecrets.has(secret))
    request.headers.set('Authorization', `Bearer ${await freshSecret(session)}`);
  return request;
}

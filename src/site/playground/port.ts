import { expectOk } from '../sandbox-answer.ts';
import type { Act } from './acts.ts';

/** The way to a sandbox: that of the page, or one of the build or of a test. */
export interface Port {
  /** Sends a request to the API. @param path below `/v1` */
  api(path: string, init?: RequestInit): Promise<Response>;
  /** Asks the control interface. @param path below `/_sandbox` */
  control(path: string, init?: RequestInit): Promise<Response>;
}

/** The way to a sandbox that is there as a function; of an address it reads the path only. */
export function portTo(respond: (request: Request) => Promise<Response>, key: string): Port {
  const ask = (path: string, init?: RequestInit): Promise<Response> => {
    const request = new Request(`http://sandbox${path}`, init);
    request.headers.set('Authorization', `Bearer ${key}`);
    return respond(request);
  };
  return { api: (path, init) => ask(`/v1${path}`, init), control: (path, init) => ask(`/_sandbox${path}`, init) };
}

/** Does what an act says. */
export function perform(port: Port, act: Act): Promise<Response> {
  if (act.kind === 'event') return port.control('/events', json('POST', act.body));
  const { path, method, body } = act;
  return port.api(path, body ? json(method, body) : { method });
}

/** Reads a list or a record of the API. @returns undefined where there is none of that id @throws Error with the API's words */
export async function read<Result>(port: Port, path: string): Promise<Result | undefined> {
  const response = await port.api(path);
  if (response.status === 404) return undefined;
  return expectOk<Result>(response);
}

function json(method: string, body: object): RequestInit {
  return { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

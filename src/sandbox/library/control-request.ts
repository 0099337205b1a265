/** Answers a request as the sandbox does. */
export type Respond = (request: Request) => Promise<Response>;

/** Asks `/_sandbox` of one workspace. @returns the answer's JSON; undefined where it has no body */
export type Ask = <Answer>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Answer>;

/** The control interface has refused something; the message names what was wrong. */
export class SandboxControlError extends Error {
  override readonly name = 'SandboxControlError';
  /** Of the answer, e.g. 422. */
  readonly status: number;
  /** E.g. `invalid_parameter`. */
  readonly code: string;
  /** The member that was wrong, where it was one. */
  readonly param: string | undefined;
  readonly requestId: string | undefined;

  constructor(
    status: number,
    detail: Readonly<{ code: string; message: string; param?: string; request_id?: string }>,
  ) {
    super(detail.message);
    this.status = status;
    this.code = detail.code;
    this.param = detail.param;
    this.requestId = detail.request_id;
  }
}

/** The host counts for nothing: no request leaves the process. */
const HOST = 'http://127.0.0.1/_sandbox';

/**
 * A request to the control interface, in the name of a workspace.
 * @param path below `/_sandbox`, e.g. `/deliveries`
 */
export function controlRequest(path: string, init: RequestInit | undefined, key: string): Request {
  const request = new Request(`${HOST}${path}`, init);
  request.headers.set('Authorization', `Bearer ${key}`);
  return request;
}

/** @throws SandboxControlError where it is refused */
export function askWith(respond: Respond, key: string): Ask {
  return async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const json = { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
    const response = await respond(controlRequest(path, { method, ...(body && json) }, key));
    const text = await response.text();
    if (!response.ok) throw refusal(response.status, text);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  };
}

function refusal(status: number, text: string): SandboxControlError {
  const { error } = JSON.parse(text) as { error: { code: string; message: string; param?: string } };
  return new SandboxControlError(status, error);
}

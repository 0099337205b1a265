import { reasonOf } from '../../ui/response/status.ts';

/** A request or a response, to be shown. */
export interface Message {
  readonly start: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** One exchange with the server, and what it came to. */
export interface Exchange {
  readonly request: Message;
  readonly response: Message;
  readonly status: number;
  /** Of the response. */
  readonly text: string;
  /** Where the browser is sent; undefined for an answer that sends nobody anywhere. */
  readonly location: URL | undefined;
}

type Send = (request: Request) => Promise<Response>;

/** Sends a form. It is shown one parameter a line, as the standards do. */
export async function postForm(send: Send, url: string, form: Readonly<Record<string, string>>): Promise<Exchange> {
  const body = new URLSearchParams(form).toString();
  const type = 'application/x-www-form-urlencoded';
  const request = new Request(url, { method: 'POST', body, headers: { 'Content-Type': type }, redirect: 'manual' });
  return exchange(send, request, [['Content-Type', type]], onLines(body));
}

/** @param token sent as a bearer token where there is one */
export async function get(send: Send, url: string, token?: string): Promise<Exchange> {
  const headers: [string, string][] = token === undefined ? [] : [['Authorization', `Bearer ${token}`]];
  return exchange(send, new Request(url, { headers, redirect: 'manual' }), headers, '');
}

async function exchange(send: Send, request: Request, headers: Message['headers'], body: string): Promise<Exchange> {
  const { method, url } = request;
  const { host, pathname, search } = new URL(url);
  const response = await send(request);
  const text = await response.text();
  const location = response.headers.get('Location');
  return {
    request: { start: `${method} ${pathname}${onLines(search)}`, headers: [['Host', host], ...headers], body },
    response: shownResponse(response, text),
    status: response.status,
    text,
    location: location === null ? undefined : new URL(location),
  };
}

function shownResponse({ status, headers }: Response, text: string): Message {
  const type = headers.get('Content-Type');
  const location = headers.get('Location');
  return {
    start: `HTTP/1.1 ${status} ${reasonOf(status)}`,
    headers: [
      ...(type === null ? [] : [['Content-Type', type] as const]),
      ...(location === null ? [] : [['Location', onLines(location)] as const]),
    ],
    body: type?.startsWith('application/json') ? text : '',
  };
}

/** Line breaks for the eye only. */
function onLines(parameters: string): string {
  return parameters.replaceAll('&', '\n  &').replace('?', '\n  ?');
}

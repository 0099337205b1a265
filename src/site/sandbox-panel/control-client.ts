/** The way from a page to the control interface of the sandbox that the reader has chosen. */
import type { AttemptView, DeliveryView } from '../../sandbox/control/delivery-view.ts';
import type { Settings } from '../../sandbox/records/settings.ts';
import { pageSandbox } from '../session/environments.ts';
import { explain } from '../session/failures/explain-failure.ts';
import type { Session } from '../session/session.ts';

export interface Clock {
  /** By the workspace's clock. */
  readonly now: string;
  readonly frozen: boolean;
}

export type Faults = Settings['faults'] & {
  /** The recipe that is ordered, and how many requests or events have yet to meet it. */
  readonly recipe?: string;
  readonly count?: number;
};

/** Where the workspace ends, and how others get to it. */
export interface MadeWorkspace {
  readonly workspace: string;
  readonly key: string;
  /** Null for one that has no end. */
  readonly expires_at: string | null;
  readonly panel_url: string;
}

/** A moment that has a name, and a request that can be undone. */
export interface Moment {
  readonly name: string;
  readonly taken_at: string;
  /** How many differ from the sample data. */
  readonly records: number;
}

export interface Undo {
  readonly request: string;
  readonly can_be_undone: boolean;
}

export type Receiver = Settings['receiver'];

export type Attempt = AttemptView;
export type Delivery = DeliveryView;

/** Why the sandbox did not do what it was asked, and what the reader can do. */
export interface Trouble {
  readonly title: string;
  readonly explanation: string;
  /** To run in a terminal. */
  readonly command?: string;
}

export class ControlError extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.title);
    this.trouble = trouble;
  }
}

/** Milliseconds after which a mock is given up. Moving the clock waits for real endpoints, each up to its time-out. */
const timeout = 60_000;

/**
 * Asks the control interface of the chosen sandbox, in the page or over HTTP, about the workspace of the chosen key.
 * @param path below `/_sandbox`, e.g. `/deliveries`
 * @returns the answer's JSON; `undefined` where it has no body
 * @throws ControlTrouble where there is no answer, or a refusal
 */
export async function control<Result>(session: Session, path: string, method = 'GET', body?: string): Promise<Result> {
  const { environment, key } = session;
  let response: Response;
  try {
    const init = { method, ...(body !== undefined && { body, headers: { 'Content-Type': 'application/json' } }) };
    response =
      environment.id !== 'sandbox'
        ? await askMock(new URL(`/_sandbox${path}`, environment.baseUrl), init, key)
        : await (await pageSandbox.load()).control(path, init, key);
  } catch (error) {
    const { title, explanation, command } = await explain(error, { environment, timeout });
    throw new ControlError({ title, explanation, ...(command !== undefined && { command }) });
  }
  const text = await response.text();
  if (!response.ok) throw new ControlError(refusal(response.status, text));
  return (text === '' ? undefined : JSON.parse(text)) as Result;
}

function askMock(url: URL, init: RequestInit, key: string): Promise<Response> {
  const request = new Request(url, { ...init, signal: AbortSignal.timeout(timeout) });
  request.headers.set('Authorization', `Bearer ${key}`);
  return fetch(request, { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' });
}

function refusal(status: number, text: string): Trouble {
  try {
    const { error } = JSON.parse(text) as { error: { message: string } };
    return { title: titles[status] ?? `The sandbox answered ${status}`, explanation: error.message };
  } catch {
    return { title: `The answer was a ${status}`, explanation: 'It does not come from a sandbox. Check the address.' };
  }
}

const titles: Readonly<Record<number, string>> = {
  401: 'This key opens no workspace',
  403: 'This may not control the sandbox',
  404: 'There is no such record',
  409: 'This cannot be done now',
  422: 'The sandbox did not take this',
};

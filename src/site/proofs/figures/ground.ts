import type { PrivateSandbox } from '../../../sandbox/browser.ts';
import type { KeyLevel, PlanId } from '../../../sandbox/generated/policies.ts';
import type { ProofLine } from '../proof.ts';

/** Shows that the sandbox keeps a figure: what was sent, and what came of it. It has the sandbox and its clock for itself. */
export type FigureProof = (sandbox: PrivateSandbox) => Promise<readonly ProofLine[]>;

const ORIGIN = 'http://sandbox';
const KEY = 'sk_test_provefigures';

export interface AskOptions {
  readonly body?: string | object;
  /** How the body is declared. */
  readonly mediaType?: string;
  /** Whose budget it takes from; the largest one where nothing is said. */
  readonly plan?: PlanId;
  /** What the key may do; everything where nothing is said. */
  readonly level?: KeyLevel;
  /** Instead of that key; null: none. */
  readonly token?: string | null;
}

/** Sends a request with a key of the proof's own workspace. @param path from the root: `/v1/contacts` */
export function ask(
  sandbox: PrivateSandbox,
  method: string,
  path: string,
  { body, mediaType = 'application/json', plan = 'enterprise', level = 'admin', token }: AskOptions = {},
): Promise<Response> {
  const credential = token === undefined ? `${KEY}_${level}_${plan}` : token;
  const headers = {
    ...(credential !== null && { Authorization: `Bearer ${credential}` }),
    ...(body !== undefined && { 'Content-Type': mediaType }),
  };
  const text = typeof body === 'object' ? JSON.stringify(body) : body;
  return sandbox.fetch(new Request(`${ORIGIN}${path}`, { method, headers, ...(text !== undefined && { body: text }) }));
}

/** A line that says what was seen, and whether that is what was promised. */
export function claim(text: string, holds: boolean): ProofLine {
  return { text, tone: holds ? 'ok' : 'error' };
}

/** A line about an answer that has to be a refusal with this code of the catalogue. @param before what was sent */
export async function refusal(before: string, response: Response, code: string): Promise<ProofLine> {
  const { error } = (await response.json()) as { error?: { code: string } };
  const isRight = error?.code === code;
  const text = `${before}: ${response.status}${error ? ` ${error.code}` : ''}`;
  return isRight ? { text, tone: 'refused', href: `/errors/#${code}` } : { text, tone: 'error' };
}

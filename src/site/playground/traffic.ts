/** What went over the wire in the playground, and the words for it. */
import type { DeliveryView } from '../../sandbox/control/delivery-view.ts';
import { reasonOf } from '../ui/response/status.ts';
import type { Act } from './acts.ts';
import { isVerified } from './verify-delivery.ts';
import type { Verdict } from './verify-delivery.ts';

/** An act and its answer. */
export interface CallEntry {
  readonly kind: 'call';
  readonly key: string;
  readonly act: Act;
  readonly status: number;
  /** The body of the answer. */
  readonly answer: string;
}

/** An event on its way to the page, and what the page made of it. */
export interface DeliveryEntry {
  readonly kind: 'delivery';
  readonly key: string;
  readonly delivery: DeliveryView;
  /** Of the last attempt; undefined before there is one. */
  readonly verdict: Verdict | undefined;
}

export type Entry = CallEntry | DeliveryEntry;

/** The request line of an act. */
export function requestLine(act: Act): string {
  return act.kind === 'call' ? `${act.method} /v1${act.path}` : 'POST /_sandbox/events';
}

/** An entry as a sentence or two: what is heard, and what stands in the text form. */
export function sentenceOf(entry: Entry): string {
  return entry.kind === 'call' ? `${entry.act.says}. ${wireSentence(entry)}` : deliverySentence(entry);
}

/** What an entry is on the wire, without the act that it is for. */
export function wireSentence(entry: Entry): string {
  if (entry.kind === 'delivery') return deliverySentence(entry);
  const { act, status } = entry;
  const answered = `${requestLine(act)} answered ${status} ${reasonOf(status)}`.trim();
  return act.kind === 'call' ? `${answered}.` : `${act.actor} does this, and the API has no call for it: ${answered}.`;
}

function deliverySentence({ delivery: { event, status, attempts }, verdict }: DeliveryEntry): string {
  const last = attempts.at(-1);
  if (!last) return `${event} is on its way to this page.`;
  const answer = last.response ? `${last.response.status} ${reasonOf(last.response.status)}`.trim() : 'nothing';
  const tries = attempts.length > 1 ? `, at attempt ${attempts.length},` : '';
  const then = status === 'pending' ? ' It is sent again.' : status === 'failed' ? ' It was given up.' : '';
  return `${event} was delivered to this page${tries} and answered with ${answer}.${verdict ? ` ${verdictOf(verdict)}` : ''}${then}`;
}

/** What the comparison of the signatures says. */
export function verdictOf(verdict: Verdict): string {
  if (isVerified(verdict)) return 'Both signatures verify.';
  if (!verdict.own && !verdict.standard) return 'Neither signature verifies: it is not from the holder of the secret.';
  return `${verdict.own ? 'webhook-signature' : 'X-Orbinto-Signature'} does not verify.`;
}

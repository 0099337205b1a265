import { plans } from '../../sandbox/generated/policies.ts';
import { saveContact } from '../playground/acts.ts';
import { perform } from '../playground/port.ts';
import type { Port } from '../playground/port.ts';
import { reasonOf } from '../ui/response/status.ts';
import type { Proof, ProofLine } from './proof.ts';

/** A contact is made twice, and the budget of a plan is used up: each refusal is the one that the catalogue has. */
export const likeTheRealThing: Proof = async ({ port, freePort }) => {
  const contact = saveContact('ada@example.com', 'Ada');
  const first = await perform(port, contact);
  const second = await perform(port, contact);
  return [
    { text: `POST /v1/contacts: ${first.status} ${reasonOf(first.status)}`, tone: first.ok ? 'ok' : 'error' },
    await refusal('The same again: ', second),
    await hurry(freePort),
  ];
};

/** Asks until a budget is used up: that of a second or, where this browser is slow, that of a minute. */
async function hurry(port: Port): Promise<ProofLine> {
  const { name, requests_per_minute: budget } = plans.free;
  for (let used = 0; used <= budget; used += 1) {
    const response = await port.api('/operators');
    if (response.status !== 200) return refusal(`Request ${used + 1} on the ${name} plan: `, response);
  }
  return { text: `${budget + 1} requests on the ${name} plan, and none was refused.`, tone: 'error' };
}

async function refusal(before: string, response: Response): Promise<ProofLine> {
  const { error } = (await response.json()) as { error?: { code: string } };
  const code = error?.code ?? 'no error';
  const wait = response.headers.get('Retry-After');
  const after = wait === null ? '' : `, Retry-After: ${wait}`;
  const text = `${before}${response.status} ${reasonOf(response.status)}, ${code}${after}`;
  return { text, tone: error ? 'refused' : 'error', ...(error && { href: `/errors/#${code}` }) };
}

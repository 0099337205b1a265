import type { PrivateSandbox } from '../../../sandbox/browser.ts';
import { pagination, plans } from '../../../sandbox/generated/policies.ts';
import { count } from '../../facts/prose-numbers.ts';
import { expectOk } from '../../sandbox-answer.ts';
import { ask, claim, refusal } from './ground.ts';
import type { FigureProof } from './ground.ts';

/** Contacts made and deleted between two pauses: of the clock, so that no limit is met, and for the page, so that it stays awake. */
const AT_ONCE = 90;
/** Milliseconds in which the largest plan has budget for all requests of these. */
const PAUSE = (60_000 * 2 * AT_ONCE) / plans.enterprise.requests_per_minute + 1000;

/** A contact is deleted, and its id used as a cursor: after as many deletions as are remembered, and after one more. */
export const rememberedDeletions: FigureProof = async (sandbox) => {
  const most = pagination.remembered_deletions;
  const cursor = await createContact(sandbox, 0);
  await deleteContact(sandbox, cursor);
  for (let deleted = 1; deleted < most; deleted += 1)
    await deleteContact(sandbox, await createContact(sandbox, deleted));
  const read = () => ask(sandbox, 'GET', `/v1/contacts?after=${cursor}&limit=1`);
  await pause(sandbox);
  const { status } = await read();
  const line = claim(`Among the last ${count(most)} deletions: ${status}`, status === 200);
  await deleteContact(sandbox, await createContact(sandbox, most));
  return [line, await refusal('After one more', await read(), 'invalid_cursor')];
};

async function createContact(sandbox: PrivateSandbox, number: number): Promise<string> {
  if (number % AT_ONCE === 0) await pause(sandbox);
  const body = { email: `contact.${number}@example.com` };
  const { id } = await expectOk<{ id: string }>(await ask(sandbox, 'POST', '/v1/contacts', { body }));
  return id;
}

async function deleteContact(sandbox: PrivateSandbox, id: string): Promise<void> {
  const { ok, status } = await ask(sandbox, 'DELETE', `/v1/contacts/${id}`);
  if (!ok) throw new Error(`the sandbox answered ${status}`);
}

async function pause(sandbox: PrivateSandbox): Promise<void> {
  sandbox.advance(PAUSE);
  await new Promise((resolve) => setTimeout(resolve));
}

/** What the guide of rate limits promises beside its figures: on the plan with the least budget. */
import type { PrivateSandbox } from '../../../sandbox/browser.ts';
import { plans } from '../../../sandbox/generated/policies.ts';
import { expectOk } from '../../sandbox-answer.ts';
import { ask, claim, refusal } from '../figures/ground.ts';
import type { AskOptions, FigureProof } from '../figures/ground.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const CODE = 'rate_limit_exceeded';
const { requests_per_minute: MINUTES_BUDGET, burst_per_second: BURST } = plans.free;
const free: AskOptions = { plan: 'free' };

const send = (sandbox: PrivateSandbox): Promise<Response> => ask(sandbox, 'GET', '/v1/operators?per_page=1', free);
const numberIn = ({ headers }: Response, name: string): number => Number(headers.get(name));

/** Uses up the budget of a second. */
async function spendBurst(sandbox: PrivateSandbox): Promise<Response | undefined> {
  let last: Response | undefined;
  for (let sent = 0; sent < BURST; sent += 1) {
    last = await send(sandbox);
    await expectOk(last.clone());
  }
  return last;
}

/** Uses up the budget of a minute. */
async function spendMinute(sandbox: PrivateSandbox): Promise<void> {
  for (let sent = 0; sent < MINUTES_BUDGET; sent += BURST) {
    await spendBurst(sandbox);
    sandbox.advance(SECOND);
  }
}

/** The budget is used up shortly before the clock's minute ends. */
export const slidingMinute: FigureProof = async (sandbox) => {
  sandbox.advance(MINUTE - (sandbox.now() % MINUTE) + 50 * SECOND);
  await spendMinute(sandbox);
  sandbox.advance(MINUTE - (sandbox.now() % MINUTE));
  const early = await send(sandbox);
  const wait = numberIn(early, 'Retry-After');
  const line = await refusal('At the next full minute', early, CODE);
  sandbox.advance(wait * SECOND);
  const { status } = await send(sandbox);
  return [line, claim(`${wait} seconds later, as Retry-After said: ${status}`, status === 200 && wait > 1)];
};

/** After a refusal it is asked again just before the seconds have passed, and then when they have. */
export const retryAfterSuffices: FigureProof = async (sandbox) => {
  await spendBurst(sandbox);
  const burst = await send(sandbox);
  const [wait, left] = [numberIn(burst, 'Retry-After'), numberIn(burst, 'X-RateLimit-Remaining')];
  const line = await refusal(`With ${left} left of the minute, Retry-After: ${wait}`, burst, CODE);
  sandbox.advance(wait * SECOND);
  const { status } = await send(sandbox);
  return [line, claim(`After that long: ${status}`, status === 200 && wait >= 1 && left > 0)];
};

/** Refusals between two answers. */
export const refusedAreFree: FigureProof = async (sandbox) => {
  const last = await spendBurst(sandbox);
  const before = last ? numberIn(last, 'X-RateLimit-Remaining') : 0;
  const refused: number[] = [];
  for (let sent = 0; sent < BURST; sent += 1) refused.push((await send(sandbox)).status);
  sandbox.advance(SECOND);
  const after = numberIn(await send(sandbox), 'X-RateLimit-Remaining');
  return [
    claim(
      `${BURST} more requests: ${[...new Set(refused)].join(', ')}`,
      refused.every((status) => status === 429),
    ),
    claim(`Left before them ${before}, after the next answer ${after}`, after === before - 1),
  ];
};

/** A POST is refused for the limit, looked for, and sent again. */
export const refusedDoNothing: FigureProof = async (sandbox) => {
  const create = () => ask(sandbox, 'POST', '/v1/contacts', { ...free, body: { email: 'ada@example.com' } });
  await spendBurst(sandbox);
  const line = await refusal('A POST beyond the limit', await create(), CODE);
  const { data } = await expectOk<{ data: readonly unknown[] }>(
    await ask(sandbox, 'GET', '/v1/contacts?email=ada@example.com'),
  );
  sandbox.advance(SECOND);
  const { status } = await create();
  return [
    line,
    claim(`Contacts that it made: ${data.length}`, data.length === 0),
    claim(`The same POST a second later: ${status}`, status === 201),
  ];
};

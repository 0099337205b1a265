import { plans } from '../../../sandbox/generated/policies.ts';
import type { PlanId } from '../../../sandbox/generated/policies.ts';
import { count } from '../../facts/prose-numbers.ts';
import type { ProofLine } from '../proof.ts';
import { ask, claim, refusal } from './ground.ts';
import type { FigureProof } from './ground.ts';

const SECOND = 1000;
const CODE = 'rate_limit_exceeded';

/** Requests in one moment of the clock, until one is refused. */
export const perSecond =
  (plan: PlanId): FigureProof =>
  async (sandbox) => {
    const send = () => ask(sandbox, 'GET', '/v1/operators?per_page=1', { plan });
    const { answered, refused } = await sendUntilRefused(send, plans[plan].burst_per_second + 1);
    return [
      claim(`${count(answered)} requests in one moment: answered`, answered === plans[plan].burst_per_second),
      await refusedOrNot(refused),
    ];
  };

/** As many a second as the plan allows, with the clock moved on by a second in between, until the minute's budget is used up. */
export const perMinute =
  (plan: PlanId): FigureProof =>
  async (sandbox) => {
    const { requests_per_minute: most, burst_per_second: burst } = plans[plan];
    const send = () => ask(sandbox, 'GET', '/v1/operators?per_page=1', { plan });
    let answered = 0;
    let refused: Response | undefined;
    for (let seconds = 0; seconds < 60 && !refused && answered <= most; seconds += 1) {
      const round = await sendUntilRefused(send, Math.min(burst, most + 1 - answered));
      answered += round.answered;
      refused = round.refused;
      sandbox.advance(SECOND);
    }
    return [
      claim(`${count(answered)} requests within a minute: answered`, answered === most),
      await refusedOrNot(refused),
    ];
  };

async function sendUntilRefused(
  send: () => Promise<Response>,
  most: number,
): Promise<{ answered: number; refused: Response | undefined }> {
  for (let answered = 0; answered < most; answered += 1) {
    const response = await send();
    if (!response.ok) return { answered, refused: response };
  }
  return { answered: most, refused: undefined };
}

async function refusedOrNot(refused: Response | undefined): Promise<ProofLine> {
  if (!refused) return claim('None was refused.', false);
  return refusal(`The next, with Retry-After: ${refused.headers.get('Retry-After') ?? 'nothing'}`, refused, CODE);
}

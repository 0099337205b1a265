import { plans } from '../../../sandbox/generated/policies.ts';
import type { PlanId } from '../../../sandbox/generated/policies.ts';
import { readForm } from '../../demo/sign-in/read-form.ts';
import type { ReadForm } from '../../demo/sign-in/sign-in.ts';
import { body, nesting } from './bodies.ts';
import { perMinute, perSecond } from './budgets.ts';
import { deliveryTimeout, firstAttempt, schedule, webhooks } from './deliveries.ts';
import { rememberedDeletions } from './deletions.ts';
import type { FigureProof } from './ground.ts';
import { loggedResponse } from './logged-response.ts';
import { maxPageSize, pageSize } from './pages.ts';
import { signInProofs } from './sign-ins.ts';

/** The proof of each figure that `<Limit name="…" />` writes into prose, by its name. @param read how forms are read, elsewhere than in a page */
export function figureProofs(read: ReadForm = readForm): Readonly<Record<string, FigureProof>> {
  const { authorizationCode, accessToken, refreshIdle } = signInProofs(read);
  const ofPlans = (Object.keys(plans) as PlanId[]).flatMap((plan) => [
    [`${plan}PerSecond`, perSecond(plan)],
    [`${plan}PerMinute`, perMinute(plan)],
  ]);
  return {
    pageSize,
    maxPageSize,
    rememberedDeletions,
    body,
    nesting,
    webhooks,
    firstAttempt,
    deliveryTimeout,
    loggedResponse,
    retries: schedule,
    attempts: schedule,
    retrySpan: schedule,
    authorizationCode,
    accessToken,
    accessTokenSeconds: accessToken,
    refreshIdle,
    ...(Object.fromEntries(ofPlans) as Record<string, FigureProof>),
  };
}

import { useState } from 'preact/hooks';
import { plans } from '../../../sandbox/generated/policies.ts';
import type { PlanId } from '../../../sandbox/generated/policies.ts';
import { ByHand } from './ByHand.tsx';
import { TwoLoops } from './TwoLoops.tsx';

const ids = Object.keys(plans) as PlanId[];

/** The limits of a plan, played: requests by hand, and two programs that send them. */
export function Limits() {
  const [plan, setPlan] = useState<PlanId>('free');
  return (
    <div class="ob-console ob-demo">
      <label class="ob-demo-choice">
        <span>Plan</span>
        <select value={plan} onChange={(event) => setPlan(event.currentTarget.value as PlanId)}>
          {ids.map((id) => (
            <option key={id} value={id}>
              {`${plans[id].name}: ${plans[id].requests_per_minute} a minute, ${plans[id].burst_per_second} a second`}
            </option>
          ))}
        </select>
      </label>
      {/* Another plan is another key: both begin anew. */}
      <ByHand key={`hand ${plan}`} plan={plan} />
      <TwoLoops key={`loops ${plan}`} plan={plan} />
    </div>
  );
}

import type { Plan } from '../../../sandbox/rate-limit/rate-limiter.ts';
import type { Answer } from './caller.ts';

interface BudgetsProps {
  plan: Plan;
  last: Answer | undefined;
  /** Undefined before the first request. */
  burstLeft: number | undefined;
  /** Milliseconds since the beginning, by the sandbox's clock. */
  elapsed: number;
}

/** What is left of the minute, as the headers say, and of the second, as counted here. */
export function Budgets({ plan, last, burstLeft, elapsed }: BudgetsProps) {
  return (
    <dl class="ob-budgets">
      <div>
        <dt>Clock</dt>
        <dd>{elapsed / 1000} s</dd>
      </div>
      <Budget
        name="Minute"
        max={last?.limit ?? plan.requests_per_minute}
        left={last?.remaining ?? plan.requests_per_minute}
        source={last ? `X-RateLimit-Remaining, ${(elapsed - last.at) / 1000} s ago` : 'nothing sent yet'}
      />
      <Budget
        name="Second"
        max={plan.burst_per_second}
        left={burstLeft ?? plan.burst_per_second}
        source="counted here: no header tells it"
      />
    </dl>
  );
}

interface BudgetProps {
  name: string;
  max: number;
  left: number;
  source: string;
}

function Budget({ name, max, left, source }: BudgetProps) {
  const text = `${left} of ${max} left`;
  return (
    <div>
      <dt>{name}</dt>
      <dd class="ob-meter">
        <meter
          aria-label={`Budget of the ${name.toLowerCase()}`}
          min={0}
          max={max}
          low={max * 0.1}
          high={max * 0.25}
          optimum={max}
          value={left}
        >
          {text}
        </meter>
        <span>{text}</span>
        <span class="ob-demo-note">{source}</span>
      </dd>
    </div>
  );
}

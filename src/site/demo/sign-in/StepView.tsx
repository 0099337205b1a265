import { HttpMessage } from '../HttpMessage.tsx';
import { StepDetails } from '../StepDetails.tsx';
import type { StepResult } from './outcome.ts';
import { steps } from './steps.ts';
import type { StepId } from './steps.ts';

interface StepViewProps {
  id: StepId;
  /** From 1. */
  number: number;
  /** Undefined while it is not done. */
  result: StepResult | undefined;
  /** Whether it was done last: it is open then, and the one before it closes. */
  isLast: boolean;
}

/** A step: what was sent and answered, what is checked, and what came of it. */
export function StepView({ id, number, result, isLast }: StepViewProps) {
  const { title, who } = steps[id];
  const heading = (
    <>
      <span class="ob-step-title">
        {number}. {title}
      </span>{' '}
      <span class="ob-demo-note">{who}</span>
    </>
  );
  if (!result) return <li class="ob-step">{heading}</li>;
  return (
    <li class="ob-step" data-outcome={result.isRefused ? 'refused' : 'done'}>
      <StepDetails
        isLast={isLast}
        summary={
          <>
            {heading} <strong>{result.isRefused ? 'Refused' : 'Done'}</strong>
          </>
        }
      >
        <StepContent result={result} />
      </StepDetails>
    </li>
  );
}

function StepContent({ result }: { result: StepResult }) {
  const { id, values, request, response, says } = result;
  return (
    <>
      {values.length > 0 && (
        <dl class="ob-values">
          {values.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {request && <HttpMessage label="Request" {...request} />}
      <CheckList result={result} checks={steps[id].checks} />
      {response && <HttpMessage label="Response" {...response} />}
      <p class="ob-step-says">{says}</p>
    </>
  );
}

/** The checks up to the one that failed; those after it were not made. */
function CheckList({ result: { failed = Infinity }, checks }: { result: StepResult; checks: readonly string[] }) {
  if (checks.length === 0) return null;
  return (
    <ul class="ob-checks" aria-label="What is checked">
      {checks.map((check, index) => (
        <li key={check} data-fate={index < failed ? 'passed' : index === failed ? 'failed' : 'not-made'}>
          {check}{' '}
          <span class="ob-demo-note">{index < failed ? '' : index === failed ? 'This failed.' : 'Not asked.'}</span>
        </li>
      ))}
    </ul>
  );
}

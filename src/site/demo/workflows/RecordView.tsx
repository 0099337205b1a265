import { linesWithEscapes, shorten } from '../../ui/response/visible-text.ts';
import { reasonOf } from '../../ui/response/status.ts';
import { HttpMessage } from '../HttpMessage.tsx';
import { StepDetails } from '../StepDetails.tsx';
import type { Check } from './arazzo/criterion.ts';
import type { StepRecord } from './arazzo/workflow-run.ts';
import { Origins, Outputs } from './ValueMarks.tsx';

interface RecordViewProps {
  record: StepRecord;
  /** Of the operation's page. */
  address: string | undefined;
  /** Whether it was done last: it is open then, and the one before it closes. */
  isLast: boolean;
}

/** A step that was done: what went in, what came back, whether it met its criteria, and what it hands on. */
export function RecordView({ record, address, isLast }: RecordViewProps) {
  const { call, stepId, depth, request, response, checks, origins, outputs, operationId, description } = record;
  const isMet = checks.every((one) => one.isMet);
  return (
    <li class="ob-step" data-outcome={isMet ? 'done' : 'refused'} data-inner={depth > 0 || undefined}>
      <div class="ob-step-values">
        <Origins origins={origins} />
      </div>
      <StepDetails
        isLast={isLast}
        summary={
          <>
            <span class="ob-step-title">
              {call + 1}. {stepId}
            </span>{' '}
            <code>
              {request.method} {request.target}
            </code>{' '}
            <strong>
              {response.status} {reasonOf(response.status)}
            </strong>
          </>
        }
      >
        <p class="ob-demo-note">
          {description} {address !== undefined && <a href={address}>{operationId}</a>}
        </p>
        {request.body !== undefined && (
          <HttpMessage label="Request" start={`${request.method} ${request.target}`} body={request.body} />
        )}
        <HttpMessage
          label="Response"
          start={`HTTP/1.1 ${response.status} ${reasonOf(response.status)}`}
          body={response.text}
        />
        <Criteria checks={checks} />
      </StepDetails>
      <div class="ob-step-values">
        <Outputs call={call} stepId={stepId} outputs={outputs} />
      </div>
    </li>
  );
}

function Criteria({ checks }: { checks: readonly Check[] }) {
  return (
    <ul class="ob-checks" aria-label="Criteria">
      {checks.map(({ text, isMet, found }) => (
        <li key={text} data-fate={isMet ? 'passed' : 'failed'}>
          <code>{text}</code>{' '}
          {!isMet && (
            <span class="ob-demo-note">
              It is {linesWithEscapes(shorten(JSON.stringify(found) ?? 'not there', 80))}.
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

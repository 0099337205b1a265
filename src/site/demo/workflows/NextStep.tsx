import { useState } from 'preact/hooks';
import { formatJson } from '../../../json-text/format.ts';
import { HttpMessage } from '../HttpMessage.tsx';
import type { PreparedStep } from './arazzo/workflow-run.ts';
import { Origins } from './ValueMarks.tsx';

interface NextStepProps {
  step: PreparedStep;
  /** From 1. */
  number: number;
  isHeld: boolean;
  /** @param body as the reader has left it; undefined where the step has none */
  onSend: (body: string | undefined) => void;
}

/** A body that the reader has changed, and the request that it was of. */
interface Edited {
  readonly of: string;
  readonly body: string;
}

/** The step that comes next, with its request as it would be sent. The reader may change its body. */
export function NextStep({ step, number, isHeld, onSend }: NextStepProps) {
  const { stepId, depth, description, request, origins } = step;
  const [edited, setEdited] = useState<Edited>();
  const own = `${number} ${request.target} ${request.body ?? ''}`;
  const body = edited?.of === own ? edited.body : formatJson(request.body ?? '');
  return (
    <li class="ob-step" data-next data-inner={depth > 0 || undefined}>
      <div class="ob-step-values">
        <Origins origins={origins} />
      </div>
      <p>
        <span class="ob-step-title">
          {number}. {stepId}
        </span>{' '}
        <span class="ob-demo-note">{description}</span>
      </p>
      <div class="ob-step-content">
        <HttpMessage label="Next request" start={`${request.method} ${request.target}`} headers={request.headers} />
        {request.body !== undefined && (
          <label>
            <span class="ob-demo-note">Body: change it if you like</span>
            <textarea
              value={body}
              rows={Math.min(10, body.split('\n').length)}
              spellcheck={false}
              readOnly={isHeld}
              onInput={(event) => setEdited({ of: own, body: event.currentTarget.value })}
            />
          </label>
        )}
        <p>
          <button
            type="button"
            class="ob-button"
            disabled={isHeld}
            onClick={() => onSend(request.body === undefined ? undefined : body)}
          >
            Send this step
          </button>
        </p>
      </div>
    </li>
  );
}

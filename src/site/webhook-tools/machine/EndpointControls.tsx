import { TIME } from './own-function/run-function.ts';
import { functionExamples } from './own-function/examples.ts';
import { answers } from './endpoint.ts';
import type { EndpointId } from './endpoint.ts';

interface EndpointControlsProps {
  answer: EndpointId;
  code: string;
  setAnswer: (id: EndpointId) => void;
  setCode: (code: string) => void;
}

const choices: readonly { id: EndpointId; name: string }[] = [
  ...answers,
  { id: 'function', name: 'runs your function' },
];

/** What the endpoint answers from now on. */
export function EndpointControls({ answer, code, setAnswer, setCode }: EndpointControlsProps) {
  return (
    <div class="ob-cause">
      <div class="ob-panel-row">
        <label>
          <span>Your endpoint</span>
          <select
            value={answer}
            onChange={({ currentTarget: { value } }) => setAnswer(choices.find(({ id }) => id === value)?.id ?? answer)}
          >
            {choices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {answer === 'function' && (
          <label>
            <span>Begin with a function that</span>
            <select
              value={functionExamples.find((one) => one.code === code)?.name ?? ''}
              onChange={({ currentTarget: { value } }) =>
                setCode(functionExamples.find(({ name }) => name === value)?.code ?? code)
              }
            >
              <option value="" disabled>
                is your own
              </option>
              {functionExamples.map(({ name }) => (
                <option key={name} value={name}>
                  {name.charAt(0).toLowerCase() + name.slice(1)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {answer === 'function' && (
        <label class="ob-function">
          <span>Your function, in JavaScript</span>
          <textarea
            rows={14}
            spellcheck={false}
            aria-describedby="machine-function-hint"
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </label>
      )}
      {answer === 'function' && (
        <p class="ob-panel-muted" id="machine-function-hint">
          It runs in a worker of its own, without a network, for {TIME / 1000} s at most, once for each attempt from now
          on. What it throws is answered with a 500.
        </p>
      )}
    </div>
  );
}

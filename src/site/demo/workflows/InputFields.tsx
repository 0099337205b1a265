import type { Input } from './arazzo/document.ts';
import { KEY } from './use-workflow.ts';
import type { Written } from './use-workflow.ts';

interface InputFieldsProps {
  inputs: readonly Input[];
  /** What the reader has written; a field without has its default. */
  written: Written;
  /** Whether the run has begun: its inputs stand then. */
  isHeld: boolean;
  onWrite: (name: string, value: string) => void;
}

/** The inputs of a workflow. The key is the tool's own. */
export function InputFields({ inputs, written, isHeld, onWrite }: InputFieldsProps) {
  return (
    <div class="ob-workflow-inputs">
      {inputs.map(({ name, description, default: preset }) => {
        const isKey = name === 'api_key';
        return (
          <label key={name}>
            <span>{name}</span>
            <input
              value={isKey ? KEY : (written[name] ?? String(preset ?? ''))}
              readOnly={isKey || isHeld}
              spellcheck={false}
              autocomplete="off"
              onInput={(event) => onWrite(name, event.currentTarget.value)}
            />
            <span class="ob-demo-note">
              {isKey ? 'A key of this tool’s own workspace: nothing of yours is touched.' : description}
            </span>
          </label>
        );
      })}
    </div>
  );
}

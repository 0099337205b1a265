import { curl } from '../../../generators/samples/curl.ts';
import type { SampleRequest } from '../../../generators/samples/request.ts';
import { CopyButton } from '../response/CopyButton.tsx';
import type { Failure } from './failure.ts';

interface FailureViewProps {
  failure: Pick<Failure, 'title' | 'explanation' | 'command' | 'helpsInTerminal'>;
  /** The call that failed, to try in a terminal. */
  request?: SampleRequest | undefined;
}

/** Why there is no answer, and what to do. */
export function FailureView({ failure, request }: FailureViewProps) {
  const { title, explanation, command, helpsInTerminal } = failure;
  return (
    <div class="ob-notice" data-tone="error">
      <p>
        <strong>{title}.</strong> {explanation}
      </p>
      {command !== undefined && <Command text={command} label="Copy the command" />}
      {helpsInTerminal && request && <Command text={curl(request)} label="Copy as curl" />}
    </div>
  );
}

function Command({ text, label }: { text: string; label: string }) {
  return (
    <div class="ob-command">
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
      <CopyButton text={text} label={label} />
    </div>
  );
}

import { useEffect, useState } from 'preact/hooks';
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
  const curl = useCurl(helpsInTerminal ? request : undefined);
  return (
    <div class="ob-notice" data-tone="error">
      <p>
        <strong>{title}.</strong> {explanation}
      </p>
      {command !== undefined && <Command text={command} label="Copy the command" />}
      {curl !== undefined && <Command text={curl} label="Copy as curl" />}
    </div>
  );
}

/** The printers of samples are a chunk that the page has asked for when the console opened. */
function useCurl(request: SampleRequest | undefined): string | undefined {
  const [text, setText] = useState<string>();
  useEffect(() => {
    if (!request) return;
    void import('../../../generators/samples/languages.ts').then(
      ({ languages }) => setText(languages.find(({ id }) => id === 'curl')?.print(request)),
      () => undefined,
    );
  }, [JSON.stringify(request)]);
  return text;
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

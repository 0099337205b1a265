import type { SampleRequest } from '../../../generators/samples/request.ts';
import { lazy } from '../../lazy.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { LazyButton } from '../../ui/fields/LazyButton.tsx';
import { useLazy } from '../../ui/fields/use-lazy.ts';
import type { Failure } from './failure.ts';

interface FailureViewProps {
  failure: Pick<Failure, 'title' | 'explanation' | 'command' | 'helpsInTerminal'>;
  /** The call that failed, to try in a terminal. */
  request?: SampleRequest | undefined;
}

/** The printers of samples; the page has asked for their chunk when the console opened. */
const printers = lazy(() => import('../../../generators/samples/languages.ts'));

/** Why there is no answer, and what to do. */
export function FailureView({ failure, request }: FailureViewProps) {
  const { title, explanation, command, helpsInTerminal } = failure;
  const call = helpsInTerminal ? request : undefined;
  const { value, failed } = useLazy(printers, call !== undefined);
  const curl = call && value?.languages.find(({ id }) => id === 'curl')?.print(call);
  return (
    <div class="ob-notice" data-tone="error">
      <p>
        <strong>{title}.</strong> {explanation}
      </p>
      {command !== undefined && <Command text={command} label="Copy the command" />}
      {curl !== undefined && <Command text={curl} label="Copy as curl" />}
      {call && failed && (
        <LazyButton class="ob-button" chunk={printers} use={() => undefined}>
          Load the command for curl
        </LazyButton>
      )}
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

import { useEffect, useRef } from 'preact/hooks';
import type { Outcome } from '../../session/request/send-request.ts';
import type { OutcomeViewProps } from './OutcomeView.tsx';
import { LazyButton } from '../../ui/fields/LazyButton.tsx';
import { responseChunk } from './load-response.ts';

interface ResponseRegionProps extends Omit<OutcomeViewProps, 'outcome'> {
  sending: boolean;
  outcome: Outcome | undefined;
}

/** Where answers appear. It is there before the first one, so that nothing below jumps away. */
export function ResponseRegion({ sending, outcome, ...rest }: ResponseRegionProps) {
  const { value: parts, failed } = responseChunk;
  const region = useRef<HTMLElement>(null);
  const shown = parts || failed ? outcome : undefined;
  useEffect(() => {
    if (shown) region.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  const waiting = sending || outcome !== undefined;
  return (
    <>
      <section
        class="ob-response"
        ref={region}
        tabIndex={-1}
        aria-label="Response"
        aria-busy={waiting && !shown}
        data-status={shown && (shown.kind === 'response' ? shown.status : shown.kind)}
      >
        <p class="ob-console-title">Response</p>
        {!shown && !failed && (
          <p class="ob-response-empty">{waiting ? 'Sending…' : 'Send the request to see the answer here.'}</p>
        )}
        {failed && !parts && <LoadFailure outcome={outcome} />}
        {shown && parts && <parts.OutcomeView outcome={shown} {...rest} />}
      </section>
      <p role="status" class="ob-hidden">
        {shown ? parts?.announcementOf(rest.operation, shown, rest.refused) : waiting ? 'Sending' : ''}
      </p>
    </>
  );
}

/** The answer is kept: once the rest of the console has come, it is shown. */
function LoadFailure({ outcome }: { outcome: Outcome | undefined }) {
  const come = outcome?.kind === 'response' ? ` The API answered ${outcome.status}.` : '';
  return (
    <div class="ob-notice" data-tone="error" role="alert">
      <p>The part of this page that shows answers could not be loaded.{come} Check your connection.</p>
      <p class="ob-actions">
        <LazyButton class="ob-button" chunk={responseChunk} use={() => undefined}>
          Load it again
        </LazyButton>
      </p>
    </div>
  );
}

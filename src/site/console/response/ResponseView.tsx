import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { OperationSlice } from '../../../openapi/slice.ts';
import { isJson } from '../../../openapi/media-type.ts';
import type { Answer, Outcome } from '../exchange.ts';
import { formatJson, formatSize, formatTime, plainText, reasonOf, toneOf } from '../format.ts';
import { Code } from './Code.tsx';
import { CopyButton } from './CopyButton.tsx';
import { FailureView } from './FailureView.tsx';
import { HeaderList } from './HeaderList.tsx';

interface ResponseViewProps {
  slice: OperationSlice;
  sending: boolean;
  outcome: Outcome | undefined;
  /** What the reader may do next about this answer. */
  children?: ComponentChildren;
}

/** What came back. Its place is there before the first answer, so that nothing below jumps away. */
export function ResponseView({ slice, sending, outcome, children }: ResponseViewProps) {
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    if (outcome) region.current?.scrollIntoView({ block: 'nearest' });
  }, [outcome]);
  const status = outcome?.kind === 'answer' ? String(outcome.status) : outcome?.kind;
  return (
    <section
      class="ob-response"
      ref={region}
      role="region"
      aria-label="Response"
      aria-busy={sending}
      data-status={status}
    >
      <p class="ob-console-title">Response</p>
      {outcome === undefined && (
        <p class="ob-response-empty">{sending ? 'Sending…' : 'Send the request to see the answer here.'}</p>
      )}
      {outcome?.kind === 'failure' && <FailureView failure={outcome.failure} />}
      {outcome?.kind === 'answer' && (
        <AnswerView slice={slice} answer={outcome}>
          {children}
        </AnswerView>
      )}
    </section>
  );
}

function AnswerView({
  slice,
  answer,
  children,
}: {
  slice: OperationSlice;
  answer: Answer;
  children?: ComponentChildren;
}) {
  const { status, milliseconds, size } = answer;
  const meaning = plainText(slice.responses[String(status)]?.description ?? '');
  return (
    <>
      <p class="ob-response-line">
        <strong class="ob-status" data-tone={toneOf(status)}>
          {status} {reasonOf(status)}
        </strong>
        <span>{formatTime(milliseconds)}</span>
        <span>{formatSize(size)}</span>
      </p>
      {meaning !== '' && <p class="ob-response-meaning">{meaning}</p>}
      {children}
      <BodyView answer={answer} />
      <HeaderList headers={answer.headers} />
    </>
  );
}

function BodyView({ answer: { mediaType, size, text } }: { answer: Answer }) {
  if (size === 0) return <p class="ob-response-empty">The answer has no body.</p>;
  if (text === undefined)
    return (
      <p class="ob-response-empty">
        {formatSize(size)} of {mediaType || 'unknown data'}, not text.
      </p>
    );
  const json = isJson(mediaType);
  const shown = json ? formatJson(text) : text;
  return (
    <div class="ob-response-body">
      <div class="ob-response-title">
        {mediaType || 'Text'}
        <CopyButton text={shown} label="Copy the response body" />
      </div>
      <pre tabIndex={0} aria-label="Response body">
        <Code text={shown} language={json ? 'json' : undefined} />
      </pre>
    </div>
  );
}

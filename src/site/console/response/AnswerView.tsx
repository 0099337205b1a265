import type { ComponentChildren } from 'preact';
import { isJson } from '../../../openapi/media-type.ts';
import type { OperationSlice } from '../../../openapi/slice.ts';
import type { Answer } from '../exchange.ts';
import { formatJson, plainText } from '../format.ts';
import { Code } from './Code.tsx';
import { CopyButton } from './CopyButton.tsx';
import { HeaderList } from './HeaderList.tsx';
import { formatSize, formatTime } from './measures.ts';
import { reasonOf, toneOf } from './status.ts';

interface AnswerViewProps {
  slice: OperationSlice;
  answer: Answer;
  /** What the reader may do next about this answer. */
  children?: ComponentChildren;
}

/** An answer of a server: its status with its meaning, time, size, body and headers. */
export function AnswerView({ slice, answer, children }: AnswerViewProps) {
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

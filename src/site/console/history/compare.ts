/** Two answers as lines that differ and lines that do not. */
import { diffLines } from 'diff';
import { isJson } from '../../../openapi/document/media-types.ts';
import type { PastResponse } from './kept-responses.ts';
import { formatJson } from '../../../json-text/format.ts';

export interface DiffLine {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

export interface Comparison {
  lines: DiffLine[];
  /** Lines of headers that differ from answer to answer whatever is asked. */
  volatile: DiffLine[];
}

/** Milliseconds after which the search for the shortest difference is given up. */
const compareTimeout = 1000;

/** Unchanged lines around a change that are shown. */
const around = 3;

/** Headers that tell of one answer, its time or the limit it counted against, not of what was asked for. */
const volatileHeader =
  /^(?:date|age|retry-after|server-timing|traceparent|cf-ray|x-(?:runtime|timer)|(?:x-)?(?:request|correlation|trace)-id|(?:x-)?ratelimit(?:-[\w-]+)?)$/i;

/** Status, headers and body of an answer as text; JSON is indented, its values stay as they were sent. */
export function answerText({ status, headers, mediaType, text, size }: PastResponse): string {
  const body = text === undefined ? `(${size} bytes, not text)` : isJson(mediaType) ? formatJson(text) : text;
  return [`HTTP ${status}`, ...headerLines(headers), '', body].join('\n');
}

/** The lines of both answers; where they are too different to tell in time, all of the first and all of the second. */
export function compare(before: PastResponse, after: PastResponse): Comparison {
  const isVolatile = ([name]: PastResponse['headers'][number]) => volatileHeader.test(name);
  const lasting = (response: PastResponse) =>
    answerText({ ...response, headers: response.headers.filter((header) => !isVolatile(header)) });
  const passing = ({ headers }: PastResponse) => headerLines(headers.filter(isVolatile)).join('\n');
  return {
    lines: differences(lasting(before), lasting(after)),
    volatile: differences(passing(before), passing(after)).filter(({ kind, text }) => kind !== 'same' && text !== ''),
  };
}

/** The lines near a change; `undefined` stands for a run of unchanged ones. */
export function nearChanges(lines: DiffLine[]): (DiffLine | undefined)[] {
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== 'same'),
  );
  return lines.flatMap((line, index) => (near[index] ? [line] : index === 0 || near[index - 1] ? [undefined] : []));
}

function headerLines(headers: PastResponse['headers']): string[] {
  return headers.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}: ${value}`);
}

function differences(before: string, after: string): DiffLine[] {
  const [a, b] = [`${before}\n`, `${after}\n`];
  const parts = diffLines(a, b, { timeout: compareTimeout }) ?? [
    { value: a, removed: true, added: false },
    { value: b, removed: false, added: true },
  ];
  return parts.flatMap(({ value, removed, added }) =>
    linesOf(value).map((text): DiffLine => ({ kind: removed ? 'removed' : added ? 'added' : 'same', text })),
  );
}

function linesOf(text: string): string[] {
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}

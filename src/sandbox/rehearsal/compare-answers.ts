import type { Versions } from '../../openapi/changes/change.ts';
import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { isJson } from '../../openapi/document/media-types.ts';
import type { Operation, Response as DocumentedResponse } from '../../openapi/model/operations.ts';
import { shapeDifferences } from '../../openapi/usage/shape-differences.ts';
import { responseTo } from '../../openapi/usage/trace-exchange.ts';
import type { ReplayAnswer } from '../replay/played-step.ts';

/** What another version does to one request of a session. */
export interface RehearsalFinding {
  /** Whether the client that was written for the older version can fail by it. */
  isBreaking: boolean;
  in: 'request' | 'response';
  /** The parameter or field; '' for the whole, `header Name` for a header. */
  place: string;
  message: string;
}

export interface AnsweredTwice {
  answers: Versions<ReplayAnswer>;
  documents: Versions<OpenApiDocument>;
  /** As both documents describe it; undefined where one does not. */
  operations: Versions<Operation | undefined>;
}

/** Compares two answers to a request, field by field; what differs from answer to answer anyway is not looked at. */
export function compareAnswers(given: AnsweredTwice): RehearsalFinding[] {
  const { before, after } = given.answers;
  if (before.isCut || after.isCut || before.status === null || after.status === null) return [];
  const refusal = outcome(before, after);
  return refusal ?? [...marks(before, after), ...documented(given, before.status)];
}

/** How it ended, where it did not end alike. */
function outcome(before: ReplayAnswer, after: ReplayAnswer): RehearsalFinding[] | undefined {
  const [old, now] = [errorOf(before), errorOf(after)];
  const [was, is] = [before.status ?? 0, after.status ?? 0];
  if (was === is && old.code === now.code) return undefined;
  if (is >= 400) {
    const place = now.param ?? '';
    const verb = was < 400 ? 'is refused' : 'is refused otherwise';
    return [
      { isBreaking: true, in: 'request', place, message: `${verb}: ${is} ${now.code ?? ''}: ${now.message ?? ''}` },
    ];
  }
  const message = `is answered with ${is} in place of ${was}`;
  return [{ isBreaking: was < 400, in: 'response', place: '', message }];
}

function errorOf({ body, status }: ReplayAnswer): { code?: string; param?: string; message?: string } {
  if ((status ?? 0) < 400) return {};
  const value = parsed(body) as { error?: { code?: string; param?: string; message?: string } } | undefined;
  return value?.error ?? {};
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** What an answer says of its operation. */
function marks(before: ReplayAnswer, after: ReplayAnswer): RehearsalFinding[] {
  const has = ({ headers }: ReplayAnswer): boolean => headers.some(([name]) => name === 'deprecation');
  const message = 'says that the operation is deprecated';
  return has(after) && !has(before)
    ? [{ isBreaking: false, in: 'response', place: 'header Deprecation', message }]
    : [];
}

/** What the newer document says otherwise of an answer that has come. */
function documented({ answers, documents, operations }: AnsweredTwice, status: number): RehearsalFinding[] {
  const [old, now] = [operations.before, operations.after].map(
    (operation) => operation && responseTo(operation, status),
  );
  if (!old) return [];
  if (!now)
    return [
      { isBreaking: true, in: 'response', place: '', message: `came as ${status}, which is not described any more` },
    ];
  return [
    ...headers(answers.before, old, now),
    ...codes(answers.before, old, now),
    ...body(answers.before, { before: old, after: now }, documents),
  ];
}

function headers(answer: ReplayAnswer, old: DocumentedResponse, now: DocumentedResponse): RehearsalFinding[] {
  const known = new Set(now.headers.map(({ name }) => name.toLowerCase()));
  const came = new Set(answer.headers.map(([name]) => name));
  return old.headers
    .filter(({ name }) => came.has(name.toLowerCase()) && !known.has(name.toLowerCase()))
    .map(({ name }) => ({
      isBreaking: true,
      in: 'response',
      place: `header ${name}`,
      message: 'came, and is not described any more',
    }));
}

function codes(answer: ReplayAnswer, old: DocumentedResponse, now: DocumentedResponse): RehearsalFinding[] {
  const { code } = errorOf(answer);
  const has = ({ extensions }: DocumentedResponse): boolean =>
    code === undefined || !Array.isArray(extensions['x-error-codes']) || extensions['x-error-codes'].includes(code);
  if (!has(old) || has(now)) return [];
  const message = `came with the error code \`${code}\`, which is not described any more`;
  return [{ isBreaking: true, in: 'response', place: 'error.code', message }];
}

function body(
  answer: ReplayAnswer,
  responses: Versions<DocumentedResponse>,
  documents: Versions<OpenApiDocument>,
): RehearsalFinding[] {
  const schemaOf = ({ content }: DocumentedResponse) => content.find(({ mediaType }) => isJson(mediaType))?.schema;
  const [before, after] = [schemaOf(responses.before), schemaOf(responses.after)];
  const value = parsed(answer.body);
  if (before === undefined || value === undefined) return [];
  if (after === undefined)
    return [
      { isBreaking: true, in: 'response', place: '', message: 'came with a body, and none is described any more' },
    ];
  return shapeDifferences(value, { before, after }, documents).map(({ place, what, isBreaking }) => ({
    isBreaking,
    in: 'response',
    place,
    message: what,
  }));
}

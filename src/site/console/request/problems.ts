/** What is wrong with a call before it is sent. */
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { parseJson } from '../../../json-text/tree.ts';
import { contentOf } from './input/request-input.ts';
import type { RequestInput } from './input/request-input.ts';
import { credentialsChunk } from '../../session/credentials/load-credentials.ts';
import type { JsonError } from '../../../json-text/error.ts';
import { takesValue } from './input/body-content.ts';
import { needsKey } from '../../session/credentials/operation-access.ts';
import type { Session } from '../../session/session.ts';

/** Something to mend first, or to send on purpose in order to see the API refuse it. */
export interface Problem {
  /** `fieldOf` a parameter, `key`, or `body` with a JSON Pointer into it: `body/tags/0`. */
  field: string;
  message: string;
  /** Where in the body, in words, for a message that stands far from it: `tags[0]`. */
  place?: string;
  /** Without it there is no request to send. */
  blocking: boolean;
  /** Where in the body's text it is, as an offset. */
  at?: number;
  /** Where it ends; one character unless told. */
  end?: number;
}

export interface Tools {
  /** Tells where a text stops being JSON; without it the place is not told. */
  findJsonError?: ((text: string) => JsonError | undefined) | undefined;
}

/** What is told while the body is typed: it is missing, or its JSON breaks off. */
export function bodyProblem(
  operation: BundledOperation,
  call: RequestInput,
  { findJsonError = roughError }: Tools = {},
): Problem[] {
  const { body } = call;
  if (operation.body === undefined) return [];
  if (body.trim() === '')
    return operation.body.required ? [{ field: 'body', message: 'This call needs a body.', blocking: false }] : [];
  const error = takesValue(contentOf(operation, call)) ? findJsonError(body) : undefined;
  if (error === undefined) return [];
  return [
    {
      field: 'body',
      message: error.line === 0 ? error.message : `Line ${error.line}, column ${error.column}: ${error.message}`,
      blocking: false,
      at: error.at,
    },
  ];
}

function roughError(text: string): JsonError | undefined {
  return parseJson(text) ? undefined : { line: 0, column: 0, at: 0, message: 'The body is not JSON.' };
}

/** What the key or the sign-in lacks. The call can be sent all the same, to see the API refuse it. */
export function keyProblem(operation: BundledOperation, session: Session): Problem[] {
  const isMissing = session.environment.id === 'live' && session.secret === '' && needsKey(operation);
  const message = isMissing
    ? 'Enter a live key.'
    : credentialsChunk.value?.missingPermissionOf(operation, session)?.message;
  return message === undefined ? [] : [{ field: 'key', message, blocking: false }];
}

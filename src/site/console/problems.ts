/** What is wrong with a call before it is sent. */
import type { OperationSlice, SliceParameter } from '../../openapi/slice.ts';
import { editableParameters, fieldOf } from './call.ts';
import type { Call } from './call.ts';
import { credentialParts } from './credentials/load-parts.ts';
import { findJsonError } from './json-error.ts';
import { jsonMediaType, needsKey } from './request.ts';
import type { Session } from './session.ts';

/** Something to mend first, or to send on purpose in order to see the API refuse it. */
export interface Problem {
  /** `fieldOf` a parameter, `body` or `key`. */
  field: string;
  message: string;
  /** Without it there is no request to send. */
  blocking: boolean;
  /** Where in the body it is, as an offset. */
  at?: number;
}

/** In the order of the form; empty where all is well. */
export function problemsOf(slice: OperationSlice, call: Call): Problem[] {
  const parameters = editableParameters(slice);
  return [
    ...parameters.flatMap((parameter) => parameterProblem(parameter, call.values[fieldOf(parameter)] ?? '')),
    ...bodyProblem(slice, call.body),
  ];
}

function parameterProblem(parameter: SliceParameter, text: string): Problem[] {
  const field = fieldOf(parameter);
  const inPath = parameter.in === 'path';
  if (text === '')
    return parameter.required ? [{ field, message: `Enter a value for ${parameter.name}.`, blocking: inPath }] : [];
  if (inPath && /^\.{1,2}$/.test(text))
    return [{ field, message: `A browser cannot send “${text}” as a part of a path.`, blocking: true }];
  if (parameter.in === 'header' && /[^\t\x20-\x7e\x80-\xff]/.test(text)) {
    return [{ field, message: 'A header can hold Latin-1 characters only.', blocking: true }];
  }
  return [];
}

function bodyProblem(slice: OperationSlice, body: string): Problem[] {
  if (slice.body === undefined) return [];
  if (body.trim() === '')
    return slice.body.required ? [{ field: 'body', message: 'This call needs a body.', blocking: false }] : [];
  const error = jsonMediaType(slice) === undefined ? undefined : findJsonError(body);
  if (error === undefined) return [];
  return [
    {
      field: 'body',
      message: `Line ${error.line}, column ${error.column}: ${error.message}`,
      blocking: false,
      at: error.at,
    },
  ];
}

/** What the key or the sign-in lacks. The call can be sent all the same, to see the API refuse it. */
export function keyProblem(slice: OperationSlice, session: Session): Problem[] {
  const isMissing = session.environment.id === 'live' && session.secret === '' && needsKey(slice);
  const message = isMissing ? 'Enter a live key.' : credentialParts()?.shortfallOf(slice, session)?.message;
  return message === undefined ? [] : [{ field: 'key', message, blocking: false }];
}

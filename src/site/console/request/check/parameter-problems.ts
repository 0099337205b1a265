/** What is wrong with the parameters of a call. */
import type { BundledOperation, BundledParameter } from '../../../../openapi/bundle/bundled-operation.ts';
import { editableParameters, fieldOf } from '../input/request-input.ts';
import type { RequestInput } from '../input/request-input.ts';
import type { Problem } from '../problems.ts';

/** In the order of the form; empty where all is well. */
export function parameterProblems(operation: BundledOperation, { values }: RequestInput): Problem[] {
  return editableParameters(operation).flatMap((parameter) =>
    parameterProblem(parameter, values[fieldOf(parameter)] ?? ''),
  );
}

function parameterProblem(parameter: BundledParameter, text: string): Problem[] {
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

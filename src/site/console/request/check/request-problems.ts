/** What is wrong with the parameters of a call, and what a browser does not send. */
import type { BundledOperation, BundledParameter } from '../../../../openapi/bundle/bundled-operation.ts';
import { editableParameters, fieldOf } from '../input/request-input.ts';
import type { RequestInput } from '../input/request-input.ts';
import type { Problem } from '../problems.ts';

/** Headers that a page has no say in. @see https://fetch.spec.whatwg.org/#forbidden-request-header */
const FORBIDDEN =
  /^(?:accept-(?:charset|encoding)|access-control-request-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*)$/i;

/** In the order of the form; empty where all is well. */
export function requestProblems(operation: BundledOperation, { values, body }: RequestInput): Problem[] {
  const { method } = operation;
  const hasBody = operation.body !== undefined && body !== '' && /^(?:GET|HEAD|TRACE)$/.test(method);
  const message = `A browser sends no body with ${method}: clear it, or take a sample.`;
  return [
    ...editableParameters(operation).flatMap((parameter) =>
      parameterProblem(parameter, values[fieldOf(parameter)] ?? ''),
    ),
    ...(hasBody ? [{ field: 'body', message, blocking: true }] : []),
  ];
}

function parameterProblem(parameter: BundledParameter, text: string): Problem[] {
  const field = fieldOf(parameter);
  const inPath = parameter.in === 'path';
  if (text === '')
    return parameter.required ? [{ field, message: `Enter a value for ${parameter.name}.`, blocking: inPath }] : [];
  if (inPath && /^\.{1,2}$/.test(text))
    return [{ field, message: `A browser cannot send “${text}” as a part of a path.`, blocking: true }];
  if (parameter.in === 'header' && FORBIDDEN.test(parameter.name))
    return [
      { field, message: `A browser does not send ${parameter.name}: take a sample to send it.`, blocking: false },
    ];
  return [];
}

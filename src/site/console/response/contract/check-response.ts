/** Compares an answer with what its operation's documentation promises. */
import { isJson } from '../../../../openapi/model/media-type.ts';
import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import type { Answer } from '../../../session/request/send-request.ts';
import { findJsonError } from '../../../json-text/json-error.ts';
import { documentedContent, documentedResponse } from '../documented.ts';
import type { DocumentedResponse } from '../documented.ts';
import { schemaFaults } from './schema-faults.ts';

/** One thing that the documentation says and the answer does not keep. */
export type Violation =
  | { at: 'status' | 'mediaType' | 'body'; message: string }
  | { at: 'header'; name: string; message: string }
  /** A value in the body; an empty path is the body itself. */
  | { at: 'value'; path: (string | number)[]; message: string };

export interface ContractCheck {
  /** Of the documented response; `undefined` where the status is not documented. */
  response: DocumentedResponse | undefined;
  violations: Violation[];
  /** Why a part could not be checked. */
  unchecked?: string;
}

const checks = new WeakMap<Answer, ContractCheck>();

/** Checks an answer once, however often it is asked for. */
export function contractCheck(operation: BundledOperation, answer: Answer): ContractCheck {
  const known = checks.get(answer);
  const check = known ?? checkResponse(operation, answer);
  checks.set(answer, check);
  return check;
}

export function checkResponse(operation: BundledOperation, answer: Answer): ContractCheck {
  const response = documentedResponse(operation, answer.status);
  if (!response) {
    const known = Object.keys(operation.responses).join(', ');
    const message = `The status ${answer.status} is not documented for this operation, which has ${known || 'none'}.`;
    return { response, violations: [{ at: 'status', message }] };
  }
  const body = checkBody(operation, response, answer);
  return { response, ...body, violations: [...checkHeaders(response, answer), ...body.violations] };
}

function checkHeaders({ headers }: DocumentedResponse, answer: Answer): Violation[] {
  const sent = new Set(answer.headers.map(([name]) => name.toLowerCase()));
  return headers
    .filter(({ name, required }) => required && !sent.has(name.toLowerCase()))
    .map(({ name }) => ({ at: 'header', name, message: 'is missing, or the server does not let pages see it' }));
}

type BodyCheck = Pick<ContractCheck, 'violations' | 'unchecked'>;

function checkBody(operation: BundledOperation, response: DocumentedResponse, answer: Answer): BodyCheck {
  const violation = (at: 'mediaType' | 'body', message: string): BodyCheck => ({ violations: [{ at, message }] });
  const { content } = response;
  if (content.length === 0)
    return answer.size === 0
      ? { violations: [] }
      : violation('body', `A ${response.key} is documented without a body.`);
  if (operation.method === 'HEAD') return { violations: [] };
  const names = content.map(({ mediaType }) => mediaType).join(' or ');
  if (answer.size === 0) return violation('body', `The body is empty; ${names} is documented.`);
  const documented = documentedContent(response, answer.mediaType);
  if (!documented)
    return violation('mediaType', `The body is ${answer.mediaType || 'of no media type'}, not ${names}.`);
  if (!isJson(answer.mediaType)) return { violations: [] };
  return checkJson(operation, documented.schema, answer);
}

function checkJson(
  operation: BundledOperation,
  schema: Parameters<typeof schemaFaults>[1] | undefined,
  { text = '' }: Answer,
): BodyCheck {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const error = findJsonError(text);
    const where = error ? ` Line ${error.line}, column ${error.column}: ${error.message}` : '';
    return { violations: [{ at: 'body', message: `The body is not valid JSON.${where}` }] };
  }
  if (schema === undefined) return { violations: [] };
  try {
    return { violations: schemaFaults(value, schema, operation.$defs).map((fault) => ({ at: 'value', ...fault })) };
  } catch (error) {
    const reason = error instanceof RangeError ? 'it is nested too deep' : 'this browser cannot use its schema';
    return { violations: [], unchecked: `The body could not be checked: ${reason}.` };
  }
}

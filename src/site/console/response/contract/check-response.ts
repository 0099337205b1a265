/** Compares an answer with what its operation's documentation promises. */
import { isJson } from '../../../../openapi/document/media-types.ts';
import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import type { ApiResponse } from '../../../session/request/send-request.ts';
import { findJsonError } from '../../../../json-text/error.ts';
import { documentedContent, documentedResponse } from '../documented-response.ts';
import type { DocumentedResponse } from '../documented-response.ts';
import { schemaViolations } from './schema-violations.ts';

/** One thing that the documentation says and the answer does not keep. */
export type Violation =
  | { at: 'status' | 'mediaType' | 'body'; message: string }
  | { at: 'header'; name: string; message: string }
  /** A value in the body; an empty path is the body itself. */
  | { at: 'value'; path: (string | number)[]; message: string };

export interface ContractCheck {
  /** What the document says of the response; `undefined` where it knows no such status. */
  documented: DocumentedResponse | undefined;
  violations: Violation[];
  /** Why a part could not be checked. */
  unchecked?: string;
}

const checks = new WeakMap<ApiResponse, ContractCheck>();

/** Checks an answer once, however often it is asked for. */
export function contractCheck(operation: BundledOperation, response: ApiResponse): ContractCheck {
  const known = checks.get(response);
  const check = known ?? checkOrSayWhy(operation, response);
  checks.set(response, check);
  return check;
}

/** A check that fails is no fault of the answer. */
function checkOrSayWhy(operation: BundledOperation, response: ApiResponse): ContractCheck {
  try {
    return checkResponse(operation, response);
  } catch {
    return { documented: undefined, violations: [], unchecked: 'The answer could not be checked.' };
  }
}

export function checkResponse(operation: BundledOperation, response: ApiResponse): ContractCheck {
  const documented = documentedResponse(operation, response.status);
  if (!documented) {
    const known = Object.keys(operation.responses).join(', ');
    const message = `The status ${response.status} is not documented for this operation, which has ${known || 'none'}.`;
    return { documented, violations: [{ at: 'status', message }] };
  }
  const body = checkBody(operation, documented, response);
  return { documented, ...body, violations: [...checkHeaders(documented, response), ...body.violations] };
}

function checkHeaders({ headers }: DocumentedResponse, response: ApiResponse): Violation[] {
  const sent = new Set(response.headers.map(([name]) => name.toLowerCase()));
  return headers
    .filter(({ name, required }) => required && !sent.has(name.toLowerCase()))
    .map(({ name }) => ({ at: 'header', name, message: 'is missing, or the server does not let pages see it' }));
}

type BodyCheck = Pick<ContractCheck, 'violations' | 'unchecked'>;

function checkBody(operation: BundledOperation, documented: DocumentedResponse, response: ApiResponse): BodyCheck {
  const violation = (at: 'mediaType' | 'body', message: string): BodyCheck => ({ violations: [{ at, message }] });
  const { content } = documented;
  if (content.length === 0)
    return response.size === 0
      ? { violations: [] }
      : violation('body', `A ${documented.key} is documented without a body.`);
  if (operation.method === 'HEAD') return { violations: [] };
  const names = content.map(({ mediaType }) => mediaType).join(' or ');
  if (response.size === 0) return violation('body', `The body is empty; ${names} is documented.`);
  const found = documentedContent(documented, response.mediaType);
  if (!found) return violation('mediaType', `The body is ${response.mediaType || 'of no media type'}, not ${names}.`);
  if (!isJson(response.mediaType)) return { violations: [] };
  return checkJson(operation, found.schema, response);
}

function checkJson(
  operation: BundledOperation,
  schema: Parameters<typeof schemaViolations>[1] | undefined,
  { text = '' }: ApiResponse,
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
    return {
      violations: schemaViolations(value, schema, operation.$defs).map((violation) => ({ at: 'value', ...violation })),
    };
  } catch (error) {
    const reason = error instanceof RangeError ? 'it is nested too deep' : 'this browser cannot use its schema';
    return { violations: [], unchecked: `The body could not be checked: ${reason}.` };
  }
}

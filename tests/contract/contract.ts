import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { listOperations, listWebhooks } from '../../src/openapi/model/operations.ts';
import type { Header, Operation, Response as ResponseSpec } from '../../src/openapi/model/operations.ts';

/** Sends a request to a sandbox, in memory or over HTTP. */
export type Send = (request: Request) => Promise<Response>;

export const document = await loadDocument(SPEC_FILE);

/** Every operation of the spec. */
export const operations: readonly Operation[] = listOperations(document);

/** Every event that webhooks are told of; `path` is its name. */
export const events: readonly Operation[] = listWebhooks(document);

export function operationOf(operationId: string): Operation {
  const operation = operations.find((candidate) => candidate.operationId === operationId);
  if (!operation) throw new Error(`The spec has no operation ${operationId}`);
  return operation;
}

const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: false });
const headerAjv = new Ajv2020({ strict: false, coerceTypes: true });
const addFormats = addFormatsModule as unknown as (target: Ajv2020) => void;
addFormats(ajv);
ajv.addSchema({ $id: 'https://spec.example/', components: document.components });
const compiled = new Map<object, ValidateFunction>();

/** What an answer has that the spec does not say, or lacks: one line each. */
export async function violations(operation: Operation, response: Response): Promise<string[]> {
  const spec = operation.responses.find(({ status }) => status === String(response.status));
  if (!spec) return [`status ${response.status} is not documented: ${await response.text()}`];
  return [...headerViolations(spec, response), ...bodyViolations(spec, response, await response.text())];
}

/** The same of a body alone, as a program printed it. Of an answer without a body a program may print the status. */
export function printedViolations(operation: Operation, status: number, text: string): string[] {
  const spec = operation.responses.find((response) => response.status === String(status));
  const [media] = spec?.content ?? [];
  if (!spec) return [`status ${status} is not documented`];
  if (media) return schemaViolations(media.schema as object, text);
  return new RegExp(`^(?:${status}.*\n)?$`).test(text) ? [] : [`printed where nothing is documented: ${text}`];
}

function headerViolations({ headers }: ResponseSpec, response: Response): string[] {
  return headers.flatMap(({ name, schema }: Header) => {
    const value = response.headers.get(name);
    if (value === null) return [`${name} is missing`];
    return headerAjv.validate(schema, value) ? [] : [`${name}: ${value} ${headerAjv.errorsText()}`];
  });
}

function bodyViolations({ content }: ResponseSpec, response: Response, text: string): string[] {
  const [media] = content;
  if (!media) return text === '' ? [] : [`a body where none is documented: ${text}`];
  if (response.headers.get('Content-Type') !== media.mediaType) {
    return [`Content-Type ${String(response.headers.get('Content-Type'))} instead of ${media.mediaType}`];
  }
  return schemaViolations(media.schema as object, text);
}

/** What the payload of a webhook event has that the spec does not say, or lacks. */
export function payloadViolations(event: string, payload: string): string[] {
  const schema = events.find(({ path }) => path === event)?.requestBody?.content[0]?.schema;
  return schema ? schemaViolations(schema as object, payload) : [`${event} is not documented`];
}

function schemaViolations(schema: object, text: string): string[] {
  const validate = validatorOf(schema);
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message} in ${text}`);
}

function validatorOf(schema: object): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"https://spec.example/#/components/');
  const validate = ajv.compile(JSON.parse(text) as object);
  compiled.set(schema, validate);
  return validate;
}

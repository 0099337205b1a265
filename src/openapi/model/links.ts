import type { OpenApiDocument, Server } from '../document/openapi-document.ts';
import { isRecord, resolve } from '../document/refs.ts';

/** What a response says of an operation that goes on from it. @see https://spec.openapis.org/oas/v3.1.1.html#link-object */
export interface Link {
  name: string;
  operationId?: string;
  /** In place of its id: where the operation stands, `#/paths/~1pets/get`, or in another document. */
  operationRef?: string;
  description: string;
  /** Values or expressions: `$response.body#/id`. */
  parameters: Record<string, unknown>;
  /** The same as the body. */
  requestBody?: unknown;
  /** Where to send it instead. */
  server?: Server;
}

export function linkOf(document: OpenApiDocument, name: string, reference: unknown): Link {
  const link: object = isRecord(reference) ? resolve(document, reference) : {};
  const { operationId, operationRef, description, parameters, requestBody, server } = link as Partial<Link>;
  return {
    name,
    ...(operationId && { operationId }),
    ...(operationRef && { operationRef }),
    description: description ?? '',
    parameters: parameters ?? {},
    ...(requestBody !== undefined && { requestBody }),
    ...(server && { server }),
  };
}

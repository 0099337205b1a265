import { document, options } from 'virtual:reference';
import { SchemaHtml } from './html/schema-html.ts';
import type { Entry } from './model.ts';
import { buildReference, schemaAddress } from './model.ts';

/** The reference of this site; built when the first page is, shared by all. */
export const reference = buildReference(document, options);

export const schemas = new SchemaHtml(document, (ref) => schemaAddress(reference, ref));

export const entries: Entry[] = [...reference.operations.values(), ...reference.events];

/** Renders every body once, so that all links to pages of components are known. */
export function findSchemaPages(): void {
  for (const { kind, operation } of entries) {
    const operations = [operation, ...operation.callbacks.map((callback) => callback.operation)];
    for (const { parameters, requestBody, responses } of operations) {
      const sent = kind === 'event' ? 'response' : 'request';
      for (const { schema } of parameters) schemas.body(schema, 'request');
      for (const { schema } of requestBody?.content ?? []) if (schema !== undefined) schemas.body(schema, sent);
      for (const { content } of responses)
        for (const { schema } of content) if (schema !== undefined) schemas.body(schema, 'response');
      for (const { headers } of responses) for (const { schema } of headers) schemas.body(schema, 'request');
    }
  }
  for (const { schema } of reference.resources) if (schema !== undefined) schemas.body(schema, 'response');
  for (const ref of reference.schemas.keys()) schemas.body({ $ref: ref }, undefined);
}

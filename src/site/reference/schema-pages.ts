import type { SchemaHtml } from './html/schema-html.ts';
import type { Entry, Reference } from './model.ts';

/** The pages of all operations and events. */
export function entriesOf({ operations, events }: Reference): Entry[] {
  return [...operations.values(), ...events];
}

/** Renders every body once, so that all links to pages of components are known. */
export function findSchemaPages(reference: Reference, schemas: SchemaHtml): void {
  for (const { kind, operation } of entriesOf(reference)) {
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

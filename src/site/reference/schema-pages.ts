import type { Schema } from '../../openapi/document/openapi-document.ts';
import type { MediaType } from '../../openapi/model/media-type.ts';
import type { SchemaViews } from '../../openapi/schema/schema-views.ts';
import type { Entry, Reference } from './model.ts';

/** The pages of all operations and events. */
export function entriesOf({ operations, events }: Reference): Entry[] {
  return [...operations.values(), ...events];
}

function schemasOf({ schema, itemSchema }: MediaType): Schema[] {
  return [schema, itemSchema].filter((one) => one !== undefined);
}

/** Looks at every body once, so that all links to pages of components are known. */
export function findSchemaPages(reference: Reference, views: SchemaViews): void {
  for (const { kind, operation } of entriesOf(reference)) {
    const operations = [operation, ...operation.callbacks.map((callback) => callback.operation)];
    for (const { parameters, requestBody, responses } of operations) {
      const sent = kind === 'event' ? 'response' : 'request';
      for (const { schema } of parameters) views.body(schema, 'request');
      for (const schema of (requestBody?.content ?? []).flatMap(schemasOf)) views.body(schema, sent);
      for (const schema of responses.flatMap(({ content }) => content.flatMap(schemasOf)))
        views.body(schema, 'response');
      for (const { headers } of responses) for (const { schema } of headers) views.body(schema, 'request');
    }
  }
  for (const { schema } of reference.resources) if (schema !== undefined) views.body(schema, 'response');
  for (const ref of reference.schemas.keys()) views.body({ $ref: ref }, undefined);
}

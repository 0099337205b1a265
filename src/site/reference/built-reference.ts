import { document, options } from 'virtual:reference';
import { SchemaViews } from '../../openapi/schema/schema-view.ts';
import { SchemaHtml } from './html/schema-html.ts';
import { buildReference, schemaAddress } from './model.ts';

/** The reference of this site; built when the first page is, shared by all. */
export const reference = buildReference(document, options);

export const schemas = new SchemaHtml(new SchemaViews(document, (ref) => schemaAddress(reference, ref)));

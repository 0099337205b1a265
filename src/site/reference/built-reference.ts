import { reference, views } from 'virtual:reference';
import { SchemaHtml } from './html/schema-html.ts';

/** The reference of this site. */
export { reference };

export const schemas = new SchemaHtml(views);

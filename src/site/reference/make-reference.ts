import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { withoutInternal } from '../../openapi/document/internal.ts';
import { toOpenApi31 } from '../../openapi/convert/upgrade.ts';
import { withTagGroups } from '../../openapi/model/tag-groups.ts';
import { SchemaViews } from '../../openapi/schema/schema-views.ts';
import { rewriteLinks } from './document-links.ts';
import { buildReference, schemaAddress } from './model.ts';
import type { Reference } from './model.ts';
import type { ResolvedOptions } from './options.ts';
import { findSchemaPages } from './schema-pages.ts';

/** All that pages and files are printed from. */
export interface MadeReference {
  /** The document as it was bundled, without what is internal. */
  source: OpenApiDocument;
  reference: Reference;
  views: SchemaViews;
}

export function makeReference(source: OpenApiDocument, options: ResolvedOptions): MadeReference {
  const shown = options.internal ? source : withoutInternal(source);
  const reference = buildReference(rewriteLinks(withTagGroups(toOpenApi31(shown)), options), options);
  const views = new SchemaViews(reference.document, (ref) => schemaAddress(reference, ref));
  findSchemaPages(reference, views);
  return { source: shown, reference, views };
}

/** Pages are bundled, so they have modules of their own, but they are made in the process of the integration. */
const shared = globalThis as { [key: symbol]: MadeReference | undefined };
const KEY = Symbol.for('made-reference');

/** Makes a reference the one that pages show: the integration makes it once for all of them. */
export function handOver(made: MadeReference): void {
  shared[KEY] = made;
}

/** What the integration handed over last. */
export function handedOver(): MadeReference {
  const made = shared[KEY];
  if (!made) throw new Error('No reference was made in this process: is reference() among the integrations?');
  return made;
}

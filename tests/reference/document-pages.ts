import { afterAll } from 'vitest';
import { SchemaMarkdown } from '../../src/generators/markdown/schema-markdown.ts';
import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';
import { SchemaHtml } from '../../src/site/reference/html/schema-html.ts';
import { makeReference } from '../../src/site/reference/make-reference.ts';
import { entryMarkdown } from '../../src/site/reference/markdown/entry-markdown.ts';
import type { Reference } from '../../src/site/reference/model.ts';
import { operationView } from '../../src/site/reference/view/operation-view.ts';
import type { OperationView } from '../../src/site/reference/view/operation-view.ts';
import { options } from './pages.ts';
import { read, writeDocument } from './write-document.ts';

export interface DocumentPages {
  document: OpenApiDocument;
  reference: Reference;
  /** Of an operation or event, by its id. */
  view: (id: string) => OperationView;
  markdown: (id: string) => string;
}

/** The pages of a document that is YAML without its head. */
export async function documentPages(yaml: string): Promise<DocumentPages> {
  const text = `openapi: 3.1.1\ninfo: { title: T, version: "1" }\n${yaml}`;
  const { document } = await read(await writeDocument({ 'api.yaml': text }, afterAll));
  const { reference, views } = makeReference(document, options);
  const [html, markdown] = [new SchemaHtml(views), new SchemaMarkdown(views)];
  const entryOf = (id: string) => {
    const entries = [...reference.operations.values(), ...reference.events];
    const entry = entries.find(({ operation }) => operation.operationId === id);
    if (!entry) throw new Error(`There is no ${id}`);
    return entry;
  };
  return {
    document,
    reference,
    view: (id) => operationView(reference, html, entryOf(id)),
    markdown: (id) => entryMarkdown(reference, markdown, entryOf(id)),
  };
}

/** The text of HTML. */
export function textOf(html = ''): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
    .trim();
}

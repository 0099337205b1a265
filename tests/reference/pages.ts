import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeReference } from '../../src/site/reference/make-reference.ts';
import type { Entry, Reference } from '../../src/site/reference/model.ts';
import { SchemaHtml } from '../../src/site/reference/html/schema-html.ts';
import type { ResolvedOptions } from '../../src/site/reference/options.ts';
import { loadDocument } from '../../src/openapi/document/load.ts';

export const options: ResolvedOptions = {
  base: '/reference',
  siteBase: '',
  title: 'API reference',
  secretVariable: 'API_KEY',
  languages: ['curl', 'javascript'],
  extensions: [{ name: 'x-sent-by', on: 'event', label: 'Sent by', operations: true }],
};

export interface Loaded {
  reference: Reference;
  schemas: SchemaHtml;
  entries: Entry[];
}

/** The reference of a document, as the site builds it. */
export async function load(file: string): Promise<Loaded> {
  const { reference, views } = makeReference(await loadDocument(file), options);
  return {
    reference,
    schemas: new SchemaHtml(views),
    entries: [...reference.operations.values(), ...reference.events],
  };
}

/** A page of a finished build, with what the tests ask of it. */
export function readPage(
  folder: string,
  address: string,
): { html: string; main: string; ids: string[]; links: string[] } {
  const html = readFileSync(join(folder, decodeURI(address), 'index.html'), 'utf8');
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return { html, main, ids: attributes(html, 'id'), links: attributes(main, 'href') };
}

function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value.replaceAll('&amp;', '&'),
  );
}

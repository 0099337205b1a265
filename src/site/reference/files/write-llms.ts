import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { llmsFullText, llmsText } from '../../../generators/markdown/llms.ts';
import type { Llms, LlmsPage, LlmsSection } from '../../../generators/markdown/llms.ts';
import { methodText } from '../../../openapi/model/method.ts';
import { plainSummary } from '../html/markdown.ts';
import { ownEntries } from '../model.ts';
import type { Entry, Reference } from '../model.ts';
import { markdownAddress } from '../markdown-address.ts';

const DETAILS =
  'Each page below is Markdown; the same address without `.md` and with a slash at its end is the page for people. ' +
  'The page of an operation is enough to write a client of it: parameters, schemas, errors and samples stand there.';

export interface LlmsOptions {
  reference: Reference;
  /** The built site. */
  folder: string;
  /** Its address; without it links begin at the root. */
  site: string | undefined;
  /** Whether what the pages say is written in one text, too. */
  isFull: boolean;
}

/**
 * Writes `llms.txt`, the list of all pages of a finished build, and `llms-full.txt`, what their Markdown says in one text.
 * @see https://llmstxt.org/
 */
export function writeLlms({ reference, folder, site, isFull }: LlmsOptions): void {
  const root = `${site === undefined ? '' : new URL(site).origin}${reference.options.siteBase}/`;
  const sections = sectionsOf(reference).map(({ title, pages }) => ({
    title,
    pages: pages.map((page) => ({ ...page, href: root + page.href })),
  }));
  const { title, summary = '', description = '' } = reference.document.info;
  const llms: Llms = { title, description: plainSummary(summary || description), details: DETAILS, sections };
  const whole = { title: 'All pages in one file', description: '', href: `${root}llms-full.txt` };
  const listed = isFull ? { ...llms, sections: [...sections, { title: 'Optional', pages: [whole] }] } : llms;
  const textOf = ({ href }: LlmsPage): string => readFileSync(join(folder, decodeURI(href.slice(root.length))), 'utf8');
  writeFileSync(join(folder, 'llms.txt'), llmsText(listed));
  if (isFull) writeFileSync(join(folder, 'llms-full.txt'), llmsFullText(llms, textOf));
}

/** All pages; addresses of their Markdown are without the site's base. */
function sectionsOf(reference: Reference): LlmsSection[] {
  const { document, options, resources, events, eventsTitle, schemas } = reference;
  const page = (title: string, address: string, description: string): LlmsPage => ({
    title,
    description,
    href: markdownAddress(address).slice(options.siteBase.length + 1),
  });
  const entry = ({ kind, operation, address }: Entry): LlmsPage =>
    kind === 'event'
      ? page(operation.path, address, plainSummary(operation.summary || operation.description))
      : page(operation.summary, address, `${methodText(operation.method)} ${operation.path}`);
  const version = `Version ${document.info.version}: servers, authentication, all operations.`;
  return [
    { title: options.title, pages: [page(options.title, reference.address, version)] },
    ...resources.map((resource) => ({
      title: resource.title,
      pages: [
        page(resource.title, resource.address, plainSummary(resource.description)),
        ...ownEntries(resource).map(entry),
      ],
    })),
    {
      title: eventsTitle,
      pages: events.length > 0 ? [page(eventsTitle, reference.eventsAddress, ''), ...events.map(entry)] : [],
    },
    {
      title: 'Data types',
      pages: [...schemas.values()]
        .toSorted((a, b) => (a.address < b.address ? -1 : 1))
        .map(({ name, address }) => page(name, address, '')),
    },
  ];
}

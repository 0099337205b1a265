import { blocks, link } from './markdown-syntax.ts';

export interface LlmsPage {
  title: string;
  /** One sentence; '' where there is none. */
  description: string;
  /** Address of its Markdown. */
  href: string;
}

export interface LlmsSection {
  title: string;
  pages: LlmsPage[];
}

export interface Llms {
  title: string;
  /** One sentence. */
  description: string;
  /** Markdown without headings: what to know before any page. */
  details?: string | undefined;
  sections: LlmsSection[];
}

/** The list of all pages for agents. @see https://llmstxt.org/ */
export function llmsText({ title, description, details, sections }: Llms): string {
  const lists = sections
    .filter(({ pages }) => pages.length > 0)
    .map((section) => `## ${section.title}\n\n${section.pages.map(pageItem).join('\n')}`);
  return `${blocks(`# ${title}`, description && `> ${description}`, details, ...lists)}\n`;
}

function pageItem({ title, description, href }: LlmsPage): string {
  return `- ${link(title, href)}${description && `: ${description.replace(/\s+/g, ' ').trim()}`}`;
}

/** All pages in one text, in the order of the list, each with its address. */
export function llmsFullText(llms: Llms, textOf: (page: LlmsPage) => string): string {
  const pages = llms.sections.flatMap((section) => section.pages);
  const head = blocks(`# ${llms.title}`, llms.description && `> ${llms.description}`, llms.details);
  return `${[head, ...pages.map((page) => `Source: ${page.href}\n\n${textOf(page).trim()}`)].join('\n\n---\n\n')}\n`;
}

/** The code blocks of the built pages, as their readers get them. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { dist } from '../../scripts/paths.ts';
import type { LanguageId } from '../../src/generators/samples/languages.ts';
import type { RunnableRequest } from '../../src/site/runnable/runnable-request.ts';

type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

export interface Block {
  /** `/guides/errors/`. */
  readonly page: string;
  /** Id of the heading that it stands below. */
  readonly section: string;
  readonly language: string;
  /** The language that it is shown in, where it is shown in several. */
  readonly sample?: LanguageId;
  /** What its caption says of it; '' where it says nothing. */
  readonly title: string;
  /** What is copied: of a change the new code. */
  readonly code: string;
  /** Of a change: the code before. */
  readonly before?: string;
  /** The request that its Run button sends. */
  readonly runnable?: RunnableRequest;
  readonly isIllustration: boolean;
  /** Whether it calls a client library, beside one that sends the request itself. */
  readonly isOfLibrary: boolean;
}

/** @param pages a pattern below the build's folder, such as `guides/*` */
export function blocksOf(pages: string): Block[] {
  const files = globSync(join(pages, 'index.html'), { cwd: dist }).map((file) => file.replaceAll('\\', '/'));
  return files.toSorted().flatMap((file) => {
    const document = parseDocument(readFileSync(join(dist, file), 'utf8'));
    const page = `/${file.replace(/index\.html$/, '')}`;
    let section = '';
    return DomUtils.findAll(isOfInterest, document.children).flatMap((element) => {
      if (element.name !== 'pre') section = element.attribs['id'] ?? section;
      return element.name === 'pre' ? blockOf(element, page, section) : [];
    });
  });
}

function isOfInterest({ name }: Element): boolean {
  return /^(?:h[1-6]|pre)$/.test(name);
}

function blockOf(pre: Element, page: string, section: string): Block[] {
  const figure = frameOf(pre);
  const language = pre.attribs['data-language'] ?? figure?.attribs['data-language'];
  if (language === undefined) return [];
  const sample = pre.attribs['data-sample'] as LanguageId | undefined;
  const caption = figure && DomUtils.findOne(({ name }) => name === 'figcaption', figure.children);
  const runnable = figure?.attribs['data-runnable'];
  return [
    {
      page,
      section,
      language,
      ...(sample !== undefined && { sample }),
      title: sample === undefined && caption ? DomUtils.textContent(caption) : (pre.attribs['data-title'] ?? ''),
      code: sideOf(pre, 'del'),
      ...(pre.attribs['data-change'] !== undefined && { before: sideOf(pre, 'ins') }),
      ...(runnable !== undefined && { runnable: JSON.parse(runnable) as RunnableRequest }),
      isOfLibrary: figure?.attribs['data-way'] === 'library',
      isIllustration: DomUtils.existsOne(
        ({ attribs }) => attribs['data-illustration'] !== undefined,
        figure?.children ?? [],
      ),
    },
  ];
}

/** One side of a change, as `ui/shown-code.ts` reads it; of other blocks the whole. @param other what marks the lines of the other side */
function sideOf(pre: Element, other: 'del' | 'ins'): string {
  return textBeside(pre, other).replace(/\n$/, '');
}

function textBeside(element: Element, other: string): string {
  const parts = element.children.map((child) => {
    if (!('attribs' in child)) return DomUtils.textContent(child);
    return child.name === other || child.attribs['data-sign'] !== undefined ? '' : textBeside(child, other);
  });
  return parts.join('');
}

function frameOf({ parent }: Element): Element | undefined {
  return parent !== null && 'name' in parent && parent.name === 'figure' ? parent : undefined;
}

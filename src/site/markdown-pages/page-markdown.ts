import { toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { mapLinks } from '../../generators/markdown/markdown-syntax.ts';
import type { PageContent } from './page-content.ts';

/** A page's content as Markdown, each link given its target by `target`. */
export function pageMarkdown({ content }: PageContent, target: (href: string) => string): string {
  const tree = toMdast(content, { document: true });
  const markdown = toMarkdown(tree, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    listItemIndent: 'one',
    rule: '-',
    emphasis: '_',
    fences: true,
    resourceLink: true,
  });
  return mapLinks(markdown, target);
}

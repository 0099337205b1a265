import { describeOperation } from '../describe.ts';
import type { Library } from '../library.ts';
import { addressOf, pathOf, sectionText } from '../pages.ts';
import type { Page } from '../pages.ts';
import { READS, ToolError } from '../tool.ts';
import type { Tool } from '../tool.ts';
import { quoted, visibleJson } from '../visible-text.ts';

/** Characters of one answer. */
const PART = 20_000;

export function readPageTool(library: Library): Tool {
  return {
    definition: {
      name: 'read_page',
      title: 'Read a page',
      description: 'A page of the documentation as Markdown, or with #anchor one section of it.',
      inputSchema: {
        type: 'object',
        properties: {
          path: { type: 'string', maxLength: 300, description: 'E.g. /guides/webhooks/#delivery-and-retries' },
          offset: {
            type: 'integer',
            minimum: 0,
            maximum: 10_000_000,
            description: 'Where to go on in a long page.',
          },
        },
        required: ['path'],
        additionalProperties: false,
      },
      annotations: READS,
    },
    call({ path, offset }) {
      const text = textAt(library, String(path));
      const start = Number(offset ?? 0);
      if (start > 0 && start >= text.length) throw new ToolError(`The page ends at ${text.length} characters.`);
      const part = text.slice(start, start + PART);
      const end = start + part.length;
      const more = end < text.length ? `\n\n[The page goes on: read_page with offset ${end} of ${text.length}.]` : '';
      return { text: part + more };
    },
  };
}

/** The whole page, with the anchors that it has: links lead to smaller places too, which are no sections of its Markdown. */
function withSections({ text, sections }: Page, anchor: string): string {
  const anchors = sections.flatMap((section) => (section.anchor === '' ? [] : `#${section.anchor}`));
  const all = anchors.length > 0 ? `there are ${anchors.join(' ')}` : 'this page has none';
  return `[No section is called ${quoted(`#${anchor}`)}; ${all}. This is the whole page.]\n\n${text}`;
}

/** @throws ToolError */
function textAt({ pages, operations }: Library, address: string): string {
  const path = pathOf(address);
  const page = pages.get(path);
  const anchor = /#(.+)$/.exec(address)?.[1];
  if (page) return anchor === undefined ? page.text : (sectionText(page, anchor) ?? withSections(page, anchor));
  const operation = [...operations.values()].find((each) => each.page === path);
  if (operation) return visibleJson(describeOperation(operation));
  if (pages.size > 0) throw new ToolError(`There is no page ${quoted(path)}; search finds those that there are.`);
  throw new ToolError(
    `This sandbox was built without the guides: it has the operations, see search. Read ${quoted(addressOf(path))}.`,
  );
}

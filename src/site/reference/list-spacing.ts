/** Where Starlight sets the space inside lists. */
const stylesheet = '/starlight/dist/style/markdown.css';

const costly = /\.sl-markdown-content\s+:is\(ol, ul\):has\([^{]*script:last-child[^{]*/;

const inline = 'a, strong, em, del, span, input, code, br, script';

/** The same space after the same blocks, but for a list that ends an item beside items with paragraphs. */
const cheap = `.sl-markdown-content li > :last-child:not(${inline}, ol, ul, :where(.not-content *)) `;

/**
 * Replaces one selector of Starlight's. Its `:has()` looks for nearly any element, so that a browser styles the whole page
 * anew whenever one comes or goes anywhere on it: 9 ms on an operation page, 35 on a slow machine, for each change of the
 * console or of the search's results.
 * @throws where Starlight no longer has that selector: this file is then no longer needed, or needs a look
 */
export function listSpacing() {
  return {
    name: 'list-spacing',
    enforce: 'pre' as const,
    transform(css: string, id: string): string | undefined {
      if (!id.split('?')[0]?.endsWith(stylesheet)) return undefined;
      if (!costly.test(css)) throw new Error(`${id} has no selector that styles whole pages anew: see list-spacing.ts`);
      return css.replace(costly, cheap);
    },
  };
}

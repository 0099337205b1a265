import { Parser } from 'htmlparser2';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist } from '../../scripts/paths.ts';

/** What the checks need to know of a built page. */
export interface BuiltPage {
  /** Its address: `/`, `/guides/webhooks/`, `/404.html`. */
  readonly address: string;
  readonly html: string;
  readonly elements: readonly PageElement[];
}

export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Every page of the build, parsed. */
export function builtPages(): BuiltPage[] {
  const files = globSync('**/*.html', { cwd: dist }).map((file) => file.replaceAll('\\', '/'));
  return files.sort().map((file) => {
    const html = readFileSync(join(dist, file), 'utf8');
    return { address: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, html, elements: parse(html) };
  });
}

function parse(html: string): PageElement[] {
  const elements: PageElement[] = [];
  new Parser({ onopentag: (name, attributes) => elements.push({ name, attributes }) }).end(html);
  return elements;
}

/** The ids of a page, in order, repeated ones too. */
export function idsOf(page: BuiltPage): string[] {
  return page.elements.map(({ attributes }) => attributes.id).filter((id) => id !== undefined);
}

import { expect, it } from 'vitest';
import { searchedPart } from './searched-part.ts';

const page = (main: string, head = '<title>Pets</title>'): string =>
  `<!DOCTYPE html>\n<html lang="en" dir="ltr"><head>${head}</head><body><nav>All pages</nav>${main}<footer>End</footer></body></html>`;
const examples = '<aside class="aside" aria-label="Examples" data-pagefind-ignore="all">';

it.each([
  [
    'the marked body, with the language of the page',
    page('<main class="a" data-pagefind-body lang="en"><h1>Pets</h1></main>'),
    '<!DOCTYPE html>\n<html lang="en" dir="ltr"><main class="a" data-pagefind-body lang="en"><h1>Pets</h1>',
  ],
  [
    'without examples, whatever is in them',
    page(
      `<main data-pagefind-body><p>a</p>${examples}<aside>Note</aside>b</aside><p>c</p>${examples}d</aside>e</main>`,
    ),
    '<!DOCTYPE html>\n<html lang="en" dir="ltr"><main data-pagefind-body><p>a</p><p>c</p>e',
  ],
  [
    'with notes, and with examples that do not end',
    page(`<main data-pagefind-body><aside>Note</aside>${examples}<aside>b</main>`),
    `<!DOCTYPE html>\n<html lang="en" dir="ltr"><main data-pagefind-body><aside>Note</aside>${examples}<aside>b`,
  ],
])('of a page is indexed %s', (_, html, part) => expect(searchedPart(html)).toBe(part));

it.each([
  page('<main><h1>Not indexed</h1></main>'),
  page(
    '<main data-pagefind-body>Pets</main>',
    '<meta name="description" content="Put <main data-pagefind-body> around it">',
  ),
  page('<p>No main</p>'),
  '<p>A part of a page</p>',
])('%s is left to Pagefind as it is', (html) => expect(searchedPart(html)).toBe(html));

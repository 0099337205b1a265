/** The language that a reader wants samples in: chosen once, for every page and every tab. */
import { keepChoice } from './choices.ts';

const KEY = 'sample-language';
const WAY = 'sample-way';
const root = document.documentElement;

/** Shows the samples of a language, by the style sheets, and says so in all that choose one. */
function show(language: string): void {
  root.dataset['language'] = language;
  for (const button of document.querySelectorAll<HTMLElement>('[data-languages] button'))
    button.setAttribute('aria-pressed', String(button.dataset['language'] === language));
  for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-languages]'))
    if ([...select.options].some(({ value }) => value === language)) select.value = language;
}

function choose(language: string): void {
  show(language);
  keepChoice(KEY, language);
}

/** The request itself, or the call of a client library. */
function chooseWay(way: string): void {
  root.dataset['way'] = way;
  for (const button of document.querySelectorAll<HTMLElement>('[data-ways] button'))
    button.setAttribute('aria-pressed', String(button.dataset['way'] === way));
}

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  const language = target.closest<HTMLElement>('[data-languages] button')?.dataset['language'];
  if (language) choose(language);
  const way = target.closest<HTMLElement>('[data-ways] button')?.dataset['way'];
  if (way === undefined) return;
  chooseWay(way);
  keepChoice(WAY, way);
});
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLSelectElement) || !target.matches('[data-languages]')) return;
  // What is above the block may have become longer or shorter: it stays where the reader looks at it.
  const before = target.getBoundingClientRect().top;
  choose(target.value);
  scrollBy({ top: target.getBoundingClientRect().top - before, behavior: 'instant' });
});
addEventListener('storage', ({ key, newValue }) => {
  if (key === KEY && newValue) show(newValue);
  if (key === WAY && newValue) chooseWay(newValue);
});
if (root.dataset['language']) show(root.dataset['language']);

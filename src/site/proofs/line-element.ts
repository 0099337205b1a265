import type { ProofLine } from './proof.ts';

/** A line of a proof as an item of its list. */
export function lineElement({ text, tone, href }: ProofLine): HTMLElement {
  const line = document.createElement('li');
  if (tone) line.dataset['tone'] = tone;
  const words = document.createElement(href === undefined ? 'span' : 'a');
  words.textContent = text;
  if (href !== undefined) words.setAttribute('href', href);
  line.append(words);
  return line;
}

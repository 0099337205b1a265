import type { ReadForm } from './sign-in.ts';

/** Reads a form by the browser's parser. Nothing of a page that is read like this runs. */
export const readForm: ReadForm = (html) => {
  const inputs = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('input');
  return Object.fromEntries(Array.from(inputs, ({ name, value }) => [name, value]));
};

import { keepChoice, readChoice } from '../../ui/choices.ts';

/** The key under which Starlight's ThemeProvider looks for the reader's choice before the first paint. */
const storageKey = 'starlight-theme';
const prefersLight = matchMedia('(prefers-color-scheme: light)');

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || !event.target.closest('[data-theme-toggle]')) return;
  const theme = document.documentElement.dataset['theme'] === 'light' ? 'dark' : 'light';
  document.documentElement.dataset['theme'] = theme;
  keepChoice(storageKey, theme);
});

prefersLight.addEventListener('change', () => {
  if (!readChoice(storageKey)) document.documentElement.dataset['theme'] = prefersLight.matches ? 'light' : 'dark';
});

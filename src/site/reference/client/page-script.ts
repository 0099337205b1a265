/** The reference's own script: opens what an address points into, copies links and code, remembers the language of samples. */
const LANGUAGE = 'sample-language';
const root = document.documentElement;

/** Anyone may write an address: one that cannot be decoded is taken as it stands. */
function fragment(): string {
  const text = location.hash.slice(1);
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A followed link to a place in closed details; on a cold start an inline script of the page has opened them. */
function reveal(): void {
  const target = document.getElementById(fragment());
  let details = target?.closest('details');
  if (!target || !details) return;
  for (; details; details = details.parentElement?.closest('details')) details.open = true;
  target.scrollIntoView();
}

function choose(language: string): void {
  root.dataset['language'] = language;
  for (const button of document.querySelectorAll<HTMLElement>('[data-languages] button')) {
    button.setAttribute('aria-pressed', String(button.dataset['language'] === language));
  }
}

function say(element: Element, text: string): void {
  element.setAttribute('data-said', text);
  setTimeout(() => element.removeAttribute('data-said'), 1500);
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const anchor = event.target.closest<HTMLAnchorElement>('.reference a.anchor');
  if (anchor) void navigator.clipboard?.writeText(anchor.href).then(() => say(anchor, 'Link copied'));
  const copy = event.target.closest('[data-copy-code]');
  if (copy)
    void navigator.clipboard
      ?.writeText(copy.parentElement?.querySelector('pre')?.textContent ?? '')
      .then(() => say(copy, 'Copied'));
  const language = event.target.closest<HTMLElement>('[data-languages] button')?.dataset['language'];
  if (!language) return;
  choose(language);
  try {
    localStorage.setItem(LANGUAGE, language);
  } catch {
    // Storage is off: the choice holds for this page.
  }
});

addEventListener('hashchange', reveal);
addEventListener('storage', ({ key, newValue }) => {
  if (key === LANGUAGE && newValue) choose(newValue);
});
if (root.dataset['language']) choose(root.dataset['language']);

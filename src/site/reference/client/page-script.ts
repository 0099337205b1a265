/** The reference's own script: opens what an address points into, copies links and code; with it comes what remembers the language of samples. */
import '../../ui/sample-language.ts';

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
});

addEventListener('hashchange', reveal);

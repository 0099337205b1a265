/** Two repairs of Starlight's search: the name of its button, and the focus where its form comes late. */

// The button is named "Search"; its shortcut is told by `aria-keyshortcuts` and must not look like more of the name.
// CSS shows it (Header.astro).
for (const key of document.querySelectorAll<HTMLElement>('site-search kbd kbd')) {
  key.dataset['key'] = key.textContent;
  key.textContent = '';
}

// The form is fetched when the page is idle. Whoever opened the dialog before that types into nothing without this.
const form = document.querySelector('#starlight__search');
if (form && !form.querySelector('input')) {
  const observer = new MutationObserver(() => {
    const input = form.querySelector('input');
    if (!input) return;
    observer.disconnect();
    if (input.closest('dialog')?.open) input.focus();
  });
  observer.observe(form, { childList: true, subtree: true });
}

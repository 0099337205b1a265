/**
 * The script of each page of a copy of the site that may stand in any folder. What scripts make leads to the site from its root, and
 * is led to where the copy stands.
 */

const root = new URL(document.documentElement.dataset['root'] ?? '/', document.baseURI).href;

function lead(element: Element): void {
  const target = element.getAttribute('href');
  if (target !== null && /^\/(?!\/)/.test(target)) element.setAttribute('href', root + target.slice(1));
  // The search imports its own parts from there.
  if (element.localName === 'search-dialog') element.setAttribute('data-base', root.slice(0, -1));
}

function leadAll(node: Node): void {
  if (!(node instanceof Element)) return;
  lead(node);
  for (const element of node.querySelectorAll('a[href^="/"], search-dialog')) lead(element);
}

new MutationObserver((records) => {
  for (const { type, target, addedNodes } of records)
    if (type === 'attributes') leadAll(target);
    else addedNodes.forEach(leadAll);
}).observe(document, { subtree: true, childList: true, attributeFilter: ['href'] });

// Browsers load no modules from files.
if (location.protocol === 'file:')
  addEventListener('DOMContentLoaded', () => {
    const note = document.createElement('p');
    note.setAttribute('role', 'note');
    note.className = 'copy-note';
    note.textContent =
      'You read this from a file. Search, consoles and sandbox need a server: “npx serve” in the folder of the copy starts one.';
    document.querySelector('main')?.prepend(note);
  });

/** A link to a message gets the facts of the page when it is followed. Without this the reader writes them. */
import { fillIn } from './fill-in.ts';

document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-feedback]') : null;
  if (link)
    link.href = fillIn(link.href, location.origin + location.pathname, document.documentElement.dataset['language']);
});

/** The conversation that is shown stands in the page's address, so that a reload, or a link, shows it again. */

const FORM = /^#(conv_[A-Za-z0-9]{1,60})$/;

export function shownBefore({ hash }: Pick<Location, 'hash'> = location): string | undefined {
  return FORM.exec(hash)?.[1];
}

export function keepShown(id: string | undefined): void {
  const hash = id === undefined ? '' : `#${id}`;
  if (hash === location.hash || (hash === '' && shownBefore() === undefined)) return;
  history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`);
}

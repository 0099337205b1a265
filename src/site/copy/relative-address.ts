/** How the pages of a copy of the site name one another. */
export interface Naming {
  /** What a page writes for a path of the site, query and fragment included. */
  (page: string, target: string): string;
}

/**
 * Relative to the page, and to files, not folders: right in any folder of any server, and without one.
 *
 * @param isPage whether a path is that of a page: `/guides/` is `guides/index.html`
 */
export function relativeTo(isPage: (path: string) => boolean): Naming {
  return (page, target) => {
    const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(target) ?? [];
    const file = path.endsWith('/') && isPage(path) ? `${path}index.html` : path;
    return `${rootOf(page)}${file.slice(1)}${rest}`;
  };
}

/** In one folder of a server, whose name is known: pages may be asked for by their folder, and `404.html` from anywhere. */
export function below(base: string): Naming {
  return (_page, target) => `${base.replace(/\/$/, '')}${target}`;
}

/** The way from a page to the site's root: `/guides/webhooks/` → `../../`, `./` at the root. */
export function rootOf(page: string): string {
  const depth = page.split('/').length - 2;
  return depth === 0 ? './' : '../'.repeat(depth);
}

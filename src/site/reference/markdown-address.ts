/**
 * Address of a page's Markdown: `/pets/list/` → `/pets/list.md`, `/pets/#dog` → `/pets.md#dog`, `/` → `/index.md`.
 * Whatever is no page of a site with trailing slashes stays as it is, and so does every address of another site.
 */
export function markdownAddress(address: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address) ?? [];
  if (!path.endsWith('/') || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path)) return address;
  return `${path === '/' ? '/index' : path.slice(0, -1)}.md${rest}`;
}

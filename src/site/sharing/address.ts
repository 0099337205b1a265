/** Address of a page's picture: `/guides/webhooks/` → `/pictures/guides/webhooks.png`. */
export function pictureAddress(page: string): string {
  return `/pictures${page === '/' ? '/home' : page.replace(/\/$/, '')}.png`;
}

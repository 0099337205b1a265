/** Size of the pictures, in pixels: what the places that show links ask for. @see https://ogp.me/ */
export const PICTURE = { width: 1200, height: 630 } as const;

/** Address of a page's picture: `/guides/webhooks/` → `/pictures/guides/webhooks.png`. */
export function pictureAddress(page: string): string {
  return `/pictures${page === '/' ? '/home' : page.replace(/\/$/, '')}.png`;
}

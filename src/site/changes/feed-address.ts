/** The feed of what touches nobody's operations alone: servers, sign-in, limits, codes. */
export const WHOLE_API = 'whole-api';

/** The Atom feed of one operation, one event, or the whole API. */
export function feedAddress(name: string): string {
  return `/changelog/feeds/${name}.xml`;
}

const KEY = 'search-recent';
const MAX = 5;

export interface Recent {
  query: string;
  title: string;
  href: string;
}

/** What the reader found lately, newest first. */
export function recentSearches(): Recent[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? (stored as unknown[]).filter(isRecent).slice(0, MAX) : [];
  } catch {
    return [];
  }
}

export function remember(recent: Recent): void {
  const others = recentSearches().filter(({ href }) => href !== recent.href);
  write(JSON.stringify([recent, ...others].slice(0, MAX)));
}

export function forgetSearches(): void {
  write('[]');
}

function write(text: string): void {
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // Storage is off: nothing is remembered.
  }
}

/** Only addresses of this site: whatever else stands in the storage is not followed. */
function isRecent(value: unknown): value is Recent {
  const { query, title, href } = (value ?? {}) as Partial<Record<string, unknown>>;
  return typeof query === 'string' && typeof title === 'string' && typeof href === 'string' && /^\/(?!\/)/.test(href);
}

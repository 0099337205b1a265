/** How the panel writes times. */

/** `2026-03-02T09:00:00Z` as `2026-03-02 09:00:00 UTC`; fractions of a second are left out. */
export function formatTimestamp(timestamp: string): string {
  return `${timestamp.slice(0, 10)} ${timestamp.slice(11, 19)} UTC`;
}

const units: readonly [milliseconds: number, name: string][] = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
];

/** A length of time in its two largest units: `1 h`, `42 min 40 s`, `250 ms`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  let rest = Math.round(milliseconds / 1000) * 1000;
  const parts: string[] = [];
  const first = units.findIndex(([size]) => size <= rest);
  for (const [size, name] of units.slice(first, first + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${name}`);
  }
  return parts.join(' ');
}

/** The time from one timestamp to another, in milliseconds. */
export function millisecondsBetween(start: string, end: string): number {
  return Date.parse(end) - Date.parse(start);
}

/** How a workspace's clock stands to the machine's. @param ahead in milliseconds */
export function standing(frozen: boolean, ahead: number): string {
  const distance = Math.round(Math.abs(ahead) / 1000) * 1000;
  const where = distance < 2000 ? '' : `${formatDuration(distance)} ${ahead > 0 ? 'ahead of' : 'behind'} real time`;
  return [frozen ? 'Frozen' : '', where].filter((part) => part !== '').join(', ') || 'Real time';
}

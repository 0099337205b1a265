/** What the strip says of a workspace. */
import type { KindSummary, WorkspaceSummary } from '../../sandbox/control/summary.ts';
import { standing } from '../sandbox-panel/format-time.ts';

/** Nothing is other than it was seeded, and all requests are left. */
export function isUntouched(summary: WorkspaceSummary, now: number): boolean {
  const { limits, records } = summary;
  const { pending, delivered, failed } = summary.deliveries;
  const isIdle = limits.minute.remaining === limits.minute.limit;
  return isIdle && Object.keys(records).length + pending + delivered + failed === 0 && !clockWords(summary, now);
}

/** In a few words each, the most telling first. */
export function lineOf(summary: WorkspaceSummary, now: number): string[] {
  const { minute } = summary.limits;
  const parts = [
    recordWords(totalOf(summary)),
    deliveryWords(summary),
    clockWords(summary, now),
    `${budgetWords(minute)} requests left`,
  ];
  return parts.filter((part) => part !== '');
}

type Counts = Pick<KindSummary, 'made' | 'changed' | 'deleted'>;

function totalOf({ records }: WorkspaceSummary): Counts {
  const sum = (name: keyof Counts) => Object.values(records).reduce((total, kind) => total + kind[name], 0);
  return { made: sum('made'), changed: sum('changed'), deleted: sum('deleted') };
}

/** `2 records made, 1 changed`. */
function recordWords({ made, changed, deleted }: Counts): string {
  const [first = '', ...rest] = countWords({ made, changed, deleted });
  if (first === '') return '';
  const [count, ...verb] = first.split(' ');
  return [`${count} ${count === '1' ? 'record' : 'records'} ${verb.join(' ')}`, ...rest].join(', ');
}

/** `2 made`, `1 changed`: what there is of it. */
export function countWords(counts: Counts): string[] {
  const verbs = ['made', 'changed', 'deleted'] as const;
  return verbs.filter((verb) => counts[verb] > 0).map((verb) => `${counts[verb]} ${verb}`);
}

export function deliveryWords({ deliveries: { delivered, pending, failed } }: WorkspaceSummary): string {
  const parts = [
    delivered > 0 && `${delivered} delivered`,
    pending > 0 && `${pending} waiting`,
    failed > 0 && `${failed} failed`,
  ];
  return parts.filter((part) => part !== false).join(', ');
}

/** `1,117 of 1,200`. */
export function budgetWords({ remaining, limit }: { remaining: number; limit: number }): string {
  return `${remaining.toLocaleString('en')} of ${limit.toLocaleString('en')}`;
}

/** Empty while the clock tells real time. */
export function clockWords({ clock: { now: there, frozen } }: WorkspaceSummary, now: number): string {
  const ahead = Date.parse(there) - now;
  return frozen || Math.abs(ahead) >= 2000 ? `Clock: ${standing(frozen, ahead).replace(/^Frozen/, 'frozen')}` : '';
}

import { Random } from '../random.ts';
import type { Records } from '../records/collections.ts';
import { contactAt } from './contacts.ts';
import { seededId, timesBefore } from './ids-and-times.ts';
import { NAMED_STORIES } from './named-visitors.ts';
import { DEVICES, LOCATIONS, shopUrl } from './visitor-data.ts';
import { countPages, lastSeen, pageviewsOf, planVisits, sessionsOf } from './visits.ts';
import type { Story } from './visits.ts';

type Visitor = Records['visitors'];

const COUNT = 512;
const END = '2026-02-11T10:35:00Z';
const ONLINE_BEFORE = 14;
/** As many visitors are known as contacts. */
const KNOWN = 168;

type Identity = Pick<Visitor, 'id' | 'name' | 'email' | 'contact_id' | 'first_seen_at'>;

/** The visitors that the documentation's examples only mention. */
const MENTIONED: readonly Identity[] = [
  identity('vis_def456', 'Amara Okafor', 'amara.okafor@example.com', 'con_abc123', '2026-01-09T14:26:40Z'),
  identity('vis_jkl012', 'Priya Nair', null, null, '2026-02-01T09:51:12Z'),
  identity('vis_mno345', 'Sofia Lindqvist', 'sofia.lindqvist@example.com', null, '2026-01-28T19:40:03Z'),
  identity('vis_pqr678', 'Kenji Watanabe', 'kenji.watanabe@example.com', null, '2026-01-30T15:04:36Z'),
  identity('vis_stu901', 'Daniel Reyes', 'daniel.reyes@example.com', 'con_def456', '2026-01-31T09:30:18Z'),
];

/** The seeded visitors with their visits, newest first. */
export function stories(seed: number): Story[] {
  const others = COUNT - NAMED_STORIES.length - MENTIONED.length;
  const times = timesBefore(seed, 'visitors', '2026-02-02T17:30:00Z', others, 16_000);
  return [
    ...NAMED_STORIES,
    ...MENTIONED.map((known, index) => story(new Random(`${seed}/mentioned/${index}`), known, false)),
    ...times.map((time, index) => {
      const random = new Random(`${seed}/visitor/${index}`);
      return story(random, identityAt(seed, index, time), index < ONLINE_BEFORE && random.chance(0.8));
    }),
  ];
}

export function sessions(told: readonly Story[]): Records['sessions'][] {
  return told.flatMap(({ visitor, visits }) => sessionsOf(visitor, visits));
}

export function pageviews(told: readonly Story[]): Records['pageviews'][] {
  const records = told.flatMap(({ visitor, visits }) => pageviewsOf(visitor, visits));
  const named: Readonly<Record<string, string>> = { pv_abc1233: 'pv_abc123', pv_abc1232: 'pv_def456' };
  return records.map((record) => ({ ...record, id: named[record.id] ?? record.id }));
}

/** The visitors who are contacts, without what they did. */
export function knownVisitors(seed: number): Identity[] {
  return Array.from({ length: KNOWN }, (_, index) => identityAt(seed, 3 * index, ''));
}

/** Every third visitor is one of the contacts, the others are not known. */
function identityAt(seed: number, index: number, time: string): Identity {
  const id = seededId('vis', seed, index);
  if (index % 3 !== 0 || index / 3 >= KNOWN) return identity(id, null, null, null, time);
  const contact = contactAt(seed, index / 3);
  return identity(id, contact.name, contact.email, contact.id, time);
}

function identity(
  id: string,
  name: string | null,
  email: string | null,
  contact_id: string | null,
  first_seen_at: string,
): Identity {
  return { id, name, email, contact_id, first_seen_at };
}

function story(random: Random, known: Identity, isOnline: boolean): Story {
  const visits = planVisits(random, known.id.slice(4), known.first_seen_at, '2026-02-11T09:00:00Z', isOnline);
  const page = visits.at(-1)?.pages.at(-1);
  const visitor: Visitor = {
    id: known.id,
    name: known.name,
    email: known.email,
    contact_id: known.contact_id,
    online: isOnline,
    current_page: isOnline && page ? { url: shopUrl(page.path), title: page.title } : null,
    location: random.pick(LOCATIONS),
    device: random.pick(DEVICES),
    sessions_count: visits.length,
    pageviews_count: countPages(visits),
    first_seen_at: known.first_seen_at,
    last_seen_at: isOnline ? END : lastSeen(visits),
  };
  return { visitor, visits };
}

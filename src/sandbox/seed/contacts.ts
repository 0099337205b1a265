import { Random } from '../random.ts';
import type { Records } from '../records/collections.ts';
import { seededId, timesBefore } from './ids-and-times.ts';
import { person } from './people.ts';

type Contact = Records['contacts'];

const COUNT = 312;
const PLANS = ['free', 'basic', 'professional', 'enterprise'];
const SOURCES = ['landing_page', 'webinar', 'referral', 'newsletter', 'partner'];
const TAGS = ['newsletter', 'trial', 'customer', 'priority', 'beta', 'churned'];

/** The contacts that the documentation's examples name, newest first. */
const NAMED: readonly Contact[] = [
  {
    id: 'con_abc123',
    email: 'amara.okafor@example.com',
    name: 'Amara Okafor',
    phone: '+442079460018',
    company: 'Northwind Books',
    avatar_url: 'https://cdn.example.com/avatars/amara.png',
    custom_attributes: { plan: 'professional', signup_source: 'webinar', seats: 12 },
    tags: ['vip', 'newsletter'],
    created_at: '2026-02-11T10:12:00Z',
    updated_at: '2026-02-11T10:20:41Z',
  },
  {
    id: 'con_def456',
    email: 'daniel.reyes@example.com',
    name: 'Daniel Reyes',
    phone: null,
    company: 'Globex Logistics',
    avatar_url: null,
    custom_attributes: { plan: 'basic', trial_ends: '2026-02-28' },
    tags: ['trial'],
    created_at: '2026-02-11T09:47:31Z',
    updated_at: '2026-02-11T09:47:31Z',
  },
  {
    id: 'con_ghi789',
    email: null,
    name: 'Marguerite Lefèvre',
    phone: null,
    company: null,
    avatar_url: null,
    custom_attributes: {},
    tags: [],
    created_at: '2026-02-10T16:05:12Z',
    updated_at: '2026-02-10T16:05:12Z',
  },
];

/** The seeded contacts, newest first. */
export function contacts(seed: number): Contact[] {
  const times = timesBefore(seed, 'contacts', '2026-02-10T15:40:00Z', COUNT - NAMED.length, 60_000);
  return [...NAMED, ...times.map((time, index) => ({ ...contactAt(seed, index), created_at: time, updated_at: time }))];
}

/** The `index`-th of the contacts that no example names, without its times. Some gave only their name in a chat. */
export function contactAt(seed: number, index: number): Omit<Contact, 'created_at' | 'updated_at'> {
  const random = new Random(`${seed}/contact/${index}`);
  const { name, email, company } = person(seed, index);
  const gaveNameOnly = random.chance(0.08);
  return {
    id: seededId('con', seed, index),
    email: gaveNameOnly ? null : email,
    name,
    phone: random.chance(0.5) ? `+1555${random.between(2000000, 9999999)}` : null,
    company: gaveNameOnly || random.chance(0.15) ? null : company,
    avatar_url: random.chance(0.3) ? `https://cdn.example.com/avatars/${index}.png` : null,
    custom_attributes: gaveNameOnly ? {} : { plan: random.pick(PLANS), signup_source: random.pick(SOURCES) },
    tags: TAGS.filter(() => random.chance(0.2)),
  };
}

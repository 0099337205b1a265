import type { components } from '../../openapi/generated/types.ts';
import { Random } from '../random.ts';
import { person } from './people.ts';
import { seededId, timesBefore } from './stamps.ts';

type Contact = components['schemas']['Contact'];

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

/** The seeded contacts. */
export function contacts(seed: number): Contact[] {
  const times = timesBefore(seed, 'contacts', '2026-02-10T15:40:00Z', COUNT - NAMED.length, 2400);
  return [...NAMED, ...times.map((time, index) => contact(seed, index, time))];
}

function contact(seed: number, index: number, time: string): Contact {
  const random = new Random(`${seed}/contact/${index}`);
  const { name, email, company } = person(seed, index);
  const isAnonymous = random.chance(0.08);
  const plan = random.pick(PLANS);
  return {
    id: seededId('con', seed, index),
    email: isAnonymous ? null : email,
    name,
    phone: random.chance(0.5) ? `+1555${random.between(2000000, 9999999)}` : null,
    company: isAnonymous || random.chance(0.15) ? null : company,
    avatar_url: random.chance(0.3) ? `https://cdn.example.com/avatars/${index}.png` : null,
    custom_attributes: isAnonymous ? {} : { plan, signup_source: random.pick(SOURCES) },
    tags: TAGS.filter(() => random.chance(0.2)),
    created_at: time,
    updated_at: time,
  };
}

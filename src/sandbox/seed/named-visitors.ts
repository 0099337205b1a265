import type { Records } from '../records/collections.ts';
import { shopUrl } from './visitor-data.ts';
import type { Story } from './visits.ts';

type Visitor = Records['visitors'];
type Visits = Story['visits'];

const SOMEBODY: Visitor = {
  id: 'vis_abc123',
  name: null,
  email: null,
  contact_id: null,
  online: true,
  current_page: { url: shopUrl('/pricing'), title: 'Pricing' },
  location: { country: 'DE', region: 'Bavaria', city: 'Munich' },
  device: { type: 'mobile', os: 'iOS', browser: 'Safari' },
  sessions_count: 1,
  pageviews_count: 2,
  first_seen_at: '2026-02-11T10:02:39Z',
  last_seen_at: '2026-02-11T10:34:52Z',
};

/** Jane Doe, the visitor of the quick start: no contact yet, online, in her third session. */
const JANE: Visitor = {
  id: 'vis_ghi789',
  name: 'Jane Doe',
  email: 'jane@example.com',
  contact_id: null,
  online: true,
  current_page: { url: shopUrl('/orders/4711'), title: 'Your order' },
  location: { country: 'GB', region: 'England', city: 'London' },
  device: { type: 'desktop', os: 'macOS', browser: 'Firefox' },
  sessions_count: 3,
  pageviews_count: 14,
  first_seen_at: '2026-02-02T18:03:27Z',
  last_seen_at: '2026-02-11T10:35:22Z',
};

const SOMEBODYS_VISITS: Visits = [
  {
    session: 'ses_jkl012',
    start: '2026-02-11T10:02:39Z',
    referrer: 'https://search.example.net/',
    isOver: false,
    pages: [
      { offset: 0, path: '/', title: 'Home', seconds: 1840 },
      { offset: 1840, path: '/pricing', title: 'Pricing', seconds: null },
    ],
  },
];

/** What Jane did, oldest first. */
const JANES_VISITS: Visits = [
  {
    session: 'ses_ghi789',
    start: '2026-02-02T18:03:27Z',
    referrer: 'https://search.example.net/',
    isOver: true,
    pages: [
      { offset: 0, path: '/products/desk-lamp', title: 'Desk lamp', seconds: 95 },
      { offset: 95, path: '/help/delivery', title: 'Delivery times', seconds: 41 },
      { offset: 136, path: '/products/desk-lamp', title: 'Desk lamp', seconds: 60 },
    ],
  },
  {
    session: 'ses_def456',
    start: '2026-02-08T20:14:52Z',
    referrer: 'https://www.example.org/reviews',
    isOver: true,
    pages: [
      { offset: 0, path: '/sale', title: 'Winter sale', seconds: 120 },
      { offset: 120, path: '/products/desk-lamp', title: 'Desk lamp', seconds: 210 },
      { offset: 330, path: '/products/wool-blanket', title: 'Wool blanket', seconds: 155 },
      { offset: 485, path: '/cart', title: 'Your cart', seconds: 62 },
      { offset: 547, path: '/account', title: 'Your account', seconds: 90 },
      { offset: 637, path: '/checkout', title: 'Checkout', seconds: 310 },
      { offset: 947, path: '/orders/4711', title: 'Your order', seconds: 30 },
    ],
  },
  {
    session: 'ses_abc123',
    start: '2026-02-11T10:27:48Z',
    referrer: null,
    isOver: false,
    pages: [
      { offset: 0, path: '/', title: 'Home', seconds: 23 },
      { offset: 23, path: '/', title: 'Home', seconds: 22 },
      { offset: 45, path: '/account', title: 'Your account', seconds: 42 },
      { offset: 87, path: '/orders/4711', title: 'Your order', seconds: null },
    ],
  },
];

/** The newest visitors, whom the documentation shows with all they did. */
export const NAMED_STORIES: readonly Story[] = [
  { visitor: SOMEBODY, visits: SOMEBODYS_VISITS },
  { visitor: JANE, visits: JANES_VISITS },
];

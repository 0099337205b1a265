import type { Records } from '../records/collections.ts';

type Visitor = Records['visitors'];

/** Pages of the example shop: path and title. */
export const PAGES: readonly (readonly [path: string, title: string])[] = [
  ['/', 'Home'],
  ['/sale', 'Winter sale'],
  ['/account', 'Your account'],
  ['/cart', 'Your cart'],
  ['/checkout', 'Checkout'],
  ['/pricing', 'Pricing'],
  ['/help', 'Help centre'],
  ['/help/returns', 'How to return something'],
  ['/help/delivery', 'Delivery times'],
  ['/products/desk-lamp', 'Desk lamp'],
  ['/products/oak-shelf', 'Oak shelf'],
  ['/products/wool-blanket', 'Wool blanket'],
  ['/contact', 'Contact'],
];

export const REFERRERS = [
  'https://www.example.org/reviews',
  'https://search.example.net/',
  'https://news.example.org/',
];

/** The address of a page of the example shop. */
export function shopUrl(path: string): string {
  return `https://shop.example.com${path}`;
}

export const LOCATIONS: readonly Visitor['location'][] = [
  { country: 'GB', region: 'England', city: 'Manchester' },
  { country: 'GB', region: 'Scotland', city: 'Glasgow' },
  { country: 'US', region: 'Oregon', city: 'Portland' },
  { country: 'US', region: 'Texas', city: 'Austin' },
  { country: 'CA', region: 'Quebec', city: 'Montreal' },
  { country: 'DE', region: 'Saxony', city: 'Leipzig' },
  { country: 'FR', region: 'Occitanie', city: 'Toulouse' },
  { country: 'ES', region: 'Valencia', city: 'Valencia' },
  { country: 'SE', region: 'Skåne', city: 'Malmö' },
  { country: 'PL', region: 'Lesser Poland', city: 'Kraków' },
  { country: 'NG', region: 'Lagos', city: 'Lagos' },
  { country: 'IN', region: 'Karnataka', city: 'Bengaluru' },
  { country: 'JP', region: 'Osaka', city: 'Osaka' },
  { country: 'BR', region: 'Paraná', city: 'Curitiba' },
  { country: 'AU', region: 'Victoria', city: 'Melbourne' },
  { country: null, region: null, city: null },
];

export const DEVICES: readonly Visitor['device'][] = [
  { type: 'desktop', os: 'Windows', browser: 'Chrome' },
  { type: 'desktop', os: 'Windows', browser: 'Edge' },
  { type: 'desktop', os: 'macOS', browser: 'Safari' },
  { type: 'desktop', os: 'Linux', browser: 'Firefox' },
  { type: 'mobile', os: 'iOS', browser: 'Safari' },
  { type: 'mobile', os: 'Android', browser: 'Chrome' },
  { type: 'tablet', os: 'iPadOS', browser: 'Safari' },
];

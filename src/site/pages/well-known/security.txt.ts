import type { APIRoute } from 'astro';
import { feedbackAddress } from '../../feedback/feedback-address.ts';

/** Days that it is to be believed: less than a year, so that one that nobody tends is seen to be old. */
const DAYS = 180;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Where to report a vulnerability.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9116
 */
export const GET: APIRoute = ({ site }) => {
  const own = feedbackAddress?.includes('@') === true ? `mailto:${feedbackAddress}` : feedbackAddress;
  const lines = [
    ...(own === undefined ? [] : [`Contact: ${own}`]),
    `Contact: ${new URL('/support/', site).href}`,
    `Expires: ${new Date(Date.now() + DAYS * DAY_MS).toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${new URL('/.well-known/security.txt', site).href}`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};

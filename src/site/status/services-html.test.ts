import { expect, test } from 'vitest';
import type { StatusFeed } from '../feeds/status-feed.ts';
import { badges } from './badges.ts';
import { servicesHtml } from './services-html.ts';

const now = Date.parse('2026-11-29T12:00:00Z');
const api: StatusFeed['services'][number] = {
  id: 'api',
  name: 'API <b>&',
  state: 'down',
  checked_at: '2026-11-29T11:58:00Z',
  response_ms: null,
  error: 'answered <i>500</i>',
  uptime_90_days: 75,
  days: [{ date: '2026-11-28', checks: 4, degraded: 0, down: 1 }],
  recent: [],
};
const feed: StatusFeed = {
  version: 1,
  generated_at: '2026-11-29T11:58:00Z',
  stale_after_seconds: 900,
  services: [api],
  incidents: [],
};

test('a fresh failure is told with its reason, all names escaped', () => {
  const html = servicesHtml(feed, now).text;
  expect(html).toContain('data-state="down"');
  expect(html).toContain('API &lt;b&gt;&amp;');
  expect(html).toContain('answered &lt;i&gt;500&lt;/i&gt;');
  expect(html).toContain('measured 2 minutes ago · 75 % of 4 checks in 1 day');
});

test('a stale one claims nothing of the present', () => {
  const html = servicesHtml(feed, now + 900_000).text;
  expect(html).toContain('data-state="unknown"');
  expect(html).not.toContain('500');
  expect(html).toContain('last measured 17 minutes ago: down');
});

test('printed by a build it claims nothing, but tells what was measured', () => {
  const html = servicesHtml({ ...feed, services: [{ ...api, state: 'operational', error: null }] }, undefined).text;
  expect(html).toContain('data-state="unknown"');
  expect(html).toContain('operational at 29 Nov 2026, 11:58 UTC');
  expect(html).not.toContain('data-state="operational"');
});

test('there are 90 bars, of which only days with checks say something, and the same as a table', () => {
  const html = servicesHtml(feed, now).text;
  expect(html.match(/<rect/g)).toHaveLength(90);
  expect(html.match(/<rect class="none"/g)).toHaveLength(89);
  expect(html).toContain('<rect class="down"');
  expect(html).toContain('<tr><th scope="row">2026-11-28</th><td>4</td><td>0</td><td>1</td></tr>');
  const nothing = servicesHtml(
    {
      ...feed,
      services: [{ ...api, state: 'not_measured', checked_at: null, error: null, uptime_90_days: null, days: [] }],
    },
    now,
  ).text;
  expect(nothing).not.toContain('<rect');
  expect(nothing).toContain('Not measured');
});

test('a badge names the time, and is no SVG of somebody else', () => {
  const [badge] = badges(feed);
  expect(badge?.svg).toContain('API &lt;b&gt;&amp;: down at 29 Nov 2026, 11:58 UTC');
  expect(badge?.svg).not.toContain('<b>');
});

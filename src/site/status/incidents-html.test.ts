import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Incident } from '../feeds/status-feed.ts';
import { incidentHtml, newIncidentHtml } from './incidents-html.ts';

const wordsOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The Markdown file that says how an incident is written, as the feed would tell it. */
async function example(): Promise<Incident> {
  const file = await readFile(new URL('../../../content/incidents/example.md', import.meta.url), 'utf8');
  const data = parse(file.split('---')[1] ?? '') as Incident;
  return { ...data, id: 'late', state: data.updates.at(-1)?.state ?? 'investigating' };
}

test('an incident that is over tells its time, what it touched, and each update under an anchor of its own', async () => {
  const html = incidentHtml(await example()).text;
  expect(wordsOf(html)).toBe(
    'Incident: resolved, 1 Dec 2026, 10:00 UTC to 1 Dec 2026, 11:30 UTC . Touches webhooks. ' +
      '1 Dec 2026, 10:05 UTC , investigating: Deliveries wait up to ten minutes. ' +
      '1 Dec 2026, 11:30 UTC , resolved: All waiting deliveries were sent.',
  );
  expect(html).toContain('<li id="incident-late-2"><time datetime="2026-12-01T11:30:00Z">');
});

const window: Incident = {
  id: 'move',
  kind: 'maintenance',
  title: 'The <b>databases</b> move',
  services: ['api', 'oauth'],
  state: 'scheduled',
  started_at: '2026-12-03T02:00:00Z',
  resolved_at: null,
  updates: [{ at: '2026-12-01T09:00:00Z', state: 'scheduled', text: 'Writes may fail for <i>a minute</i>.' }],
};

test('a maintenance window tells from when it is to be, and since when it is', () => {
  expect(wordsOf(incidentHtml(window).text)).toMatch(
    /^Maintenance: scheduled, from 3 Dec 2026, 02:00 UTC . Touches api, oauth\./,
  );
  expect(wordsOf(incidentHtml({ ...window, state: 'in_progress' }).text)).toMatch(
    /^Maintenance: in progress, since 3 Dec 2026, 02:00 UTC/,
  );
});

test('what others have written is text, never markup', () => {
  const html = newIncidentHtml(window).text;
  expect(html).toContain('The &lt;b&gt;databases&lt;/b&gt; move');
  expect(html).toContain('for &lt;i&gt;a minute&lt;/i&gt;');
  expect(newIncidentHtml({ ...window, id: '"><script>' }).text).not.toContain('<script>');
});

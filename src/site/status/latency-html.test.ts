import { expect, test } from 'vitest';
import { latencyHtml } from './latency-html.ts';

const at = (minute: number) => `2026-11-29T12:${String(minute).padStart(2, '0')}:00Z`;
const checked = (minute: number, response_ms: number | null) =>
  ({ at: at(minute), state: response_ms === null ? 'down' : 'operational', response_ms }) as const;

test('a line over the times of the checks is broken where none was answered, and the failure is marked', () => {
  const html = latencyHtml({
    name: 'A <b>',
    recent: [checked(0, 50), checked(5, 100), checked(10, null), checked(20, 25)],
  })?.text;
  expect(html).toContain('<polyline points="0,20 90,4"/>');
  expect(html).toContain('<polyline points="360,28 360,28"/>');
  expect(html?.match(/<rect class="down" x="179"/g)).toHaveLength(1);
  expect(html).toContain('A &lt;b&gt;: response times of the last 4 checks');
});

test('what the line shows is told in words and as a table, newest first', () => {
  const html = latencyHtml({ name: 'API', recent: [checked(0, 50), checked(5, 100), checked(10, null)] })?.text ?? '';
  expect(html.replace(/<[^>]+>/g, '')).toContain(
    'Response times: 50 to 100 ms, median 50 ms, of 2 answers from 29 Nov 2026, 12:00 UTC to 29 Nov 2026, 12:10 UTC',
  );
  const rows = [...html.matchAll(/<tr><th scope="row">.*?<\/tr>/g)].map(([row]) => row.replace(/<[^>]+>/g, ' '));
  expect(rows.map((row) => row.replace(/\s+/g, ' ').trim())).toEqual([
    '29 Nov 2026, 12:10 UTC Down no answer',
    '29 Nov 2026, 12:05 UTC Operational 100 ms',
    '29 Nov 2026, 12:00 UTC Operational 50 ms',
  ]);
});

test('where nothing was measured nothing is drawn', () => {
  expect(latencyHtml({ name: 'API', recent: [] })).toBeUndefined();
  expect(latencyHtml({ name: 'API', recent: [checked(0, null)] })).toBeUndefined();
  expect(latencyHtml({ name: 'API', recent: [checked(0, 0)] })?.text).not.toContain('NaN');
});

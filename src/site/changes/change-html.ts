import { adviceFor } from '../../openapi/changes/advice.ts';
import type { Change } from '../../openapi/changes/change.ts';
import { escapeHtml } from '../../text/escape.ts';

/** A change as a paragraph of HTML, for readers of feeds. Names come from documents, so all of it is escaped. */
export function changeHtml(change: Change): string {
  const { message, severity, operations } = change;
  const parts = message
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part)));
  const touched = operations.map((name) => `<code>${escapeHtml(name)}</code>`).join(', ');
  return [
    `<p>${severity === 'breaking' ? '<strong>Breaking.</strong> ' : ''}${parts.join('')}</p>`,
    `<p>${escapeHtml(adviceFor(change))}</p>`,
    ...(operations.length > 0 ? [`<p>Touches ${touched}.</p>`] : []),
  ].join('');
}

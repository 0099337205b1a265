/** What tells a call from others of its operation, in a few words. */
import type { Outcome } from '../../session/request/send-request.ts';
import { errorOf } from '../response/help/refusal.ts';

/** Members that name a record, the best first. */
const naming = ['email', 'name', 'title', 'url', 'query'];

/** `jane@example.com → con_abc123`: the record that a body names, and the id, or the error, that the answer does. */
export function whatAbout(body: string, outcome: Outcome): string {
  const sent = memberOf(body, [...naming, 'id']);
  const text = outcome.kind === 'response' ? (outcome.text ?? '') : '';
  const answered = errorOf({ text }).code ?? memberOf(text, ['id']);
  return [sent, answered].filter((part) => part !== undefined).join(' → ');
}

/** Characters of the longest text that is read, and of the longest name that is kept. */
const longest = { text: 100_000, name: 80 };

function memberOf(text: string, names: string[]): string | undefined {
  if (text.length > longest.text) return undefined;
  try {
    const value = JSON.parse(text) as Record<string, unknown> | null;
    const found = names.map((name) => value?.[name]).find((member) => typeof member === 'string' && member !== '');
    return (found as string | undefined)?.slice(0, longest.name);
  } catch {
    return undefined;
  }
}

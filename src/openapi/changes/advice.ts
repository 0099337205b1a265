import type { Change, Subject } from './change.ts';
import { directionsOf } from './change-place.ts';

/** Who of a change has something to do: who sends it, who receives it, or all that call. */
type Side = 'sent' | 'received' | 'both';

interface Advice {
  subject: Subject;
  kind?: Change['kind'];
  side?: Side;
  facet?: Change['facet'];
  breaks?: boolean;
  say: string;
}

/** What to do about a change, by its kind: the first line that fits. */
const TABLE: readonly Advice[] = [
  { subject: 'operation', kind: 'added', say: 'Nothing to do. Call it if you need it.' },
  { subject: 'operation', kind: 'removed', say: 'Stop calling it before you upgrade; it will not be found.' },
  { subject: 'operation', kind: 'deprecated', say: 'It still works. Plan to move off it before its sunset.' },
  { subject: 'operation', breaks: true, say: 'Change the method, the path or the name that you call it by.' },
  { subject: 'event', kind: 'added', say: 'Nothing to do. Subscribe to it if you need it.' },
  { subject: 'event', kind: 'removed', say: 'Take it out of your subscriptions; it will not be sent any more.' },
  { subject: 'event', kind: 'deprecated', say: 'It is still sent. Plan to do without it.' },
  { subject: 'event', breaks: true, say: 'Check what you expect to set this event off.' },
  { subject: 'parameter', kind: 'added', breaks: true, say: 'Send it with every call.' },
  { subject: 'parameter', kind: 'added', say: 'Nothing to do. Send it if you need it.' },
  { subject: 'parameter', kind: 'removed', say: 'Stop sending it; it can be refused.' },
  { subject: 'parameter', facet: 'requirement', breaks: true, say: 'Send it with every call.' },
  { subject: 'parameter', breaks: true, say: 'Write it in the new way.' },
  { subject: 'body', kind: 'added', breaks: true, say: 'Send a body with every call.' },
  { subject: 'body', kind: 'removed', say: 'Stop sending or reading a body here.' },
  { subject: 'body', facet: 'requirement', breaks: true, side: 'sent', say: 'Send a body with every call.' },
  { subject: 'field', kind: 'deprecated', say: 'It still works. Plan to do without it.' },
  { subject: 'field', kind: 'added', side: 'sent', breaks: true, say: 'Send it with every call.' },
  { subject: 'field', kind: 'added', side: 'sent', say: 'Nothing to do. Send it if you need it.' },
  {
    subject: 'field',
    kind: 'added',
    side: 'received',
    breaks: true,
    say: 'Handle the new alternative, or a form that you do not know.',
  },
  { subject: 'field', kind: 'added', say: 'Nothing to do, if your code ignores fields that it does not know.' },
  { subject: 'field', kind: 'removed', side: 'sent', breaks: true, say: 'Stop sending it; it is refused.' },
  { subject: 'field', kind: 'removed', side: 'sent', say: 'Stop sending it; it has no effect that is described.' },
  { subject: 'field', kind: 'removed', say: 'Stop reading it; it will not be there.' },
  { subject: 'field', facet: 'requirement', side: 'sent', breaks: true, say: 'Send it with every call.' },
  { subject: 'field', facet: 'requirement', side: 'received', breaks: true, say: 'Handle its absence.' },
  { subject: 'field', facet: 'requirement', say: 'Nothing to do.' },
  {
    subject: 'field',
    facet: 'default',
    breaks: true,
    say: 'Send the value yourself where you rely on the old default.',
  },
  { subject: 'field', facet: 'default', say: 'Nothing to do.' },
  {
    subject: 'field',
    breaks: true,
    side: 'sent',
    say: 'Check the values that you send; what was taken before can be refused.',
  },
  {
    subject: 'field',
    breaks: true,
    side: 'received',
    say: 'Check how you read it; values can come that did not before.',
  },
  { subject: 'field', breaks: true, say: 'Check what you send and how you read it.' },
  { subject: 'value', kind: 'removed', breaks: true, side: 'sent', say: 'Stop sending this value; it is refused.' },
  { subject: 'value', kind: 'removed', breaks: true, say: 'Stop sending this value, and do not wait for it.' },
  { subject: 'value', kind: 'removed', say: 'Nothing to do. It does not come any more.' },
  { subject: 'value', kind: 'added', breaks: true, say: 'Handle this value, or any that you do not know.' },
  { subject: 'value', kind: 'added', say: 'Nothing to do. Send it if you need it.' },
  { subject: 'value', breaks: true, say: 'Check the values that you send or read.' },
  { subject: 'response', kind: 'added', say: 'Handle it, if your code tells the statuses apart.' },
  { subject: 'response', kind: 'removed', say: 'Check the code that waits for this status.' },
  { subject: 'header', kind: 'removed', say: 'Stop reading this header.' },
  { subject: 'header', breaks: true, say: 'Check how you read this header.' },
  { subject: 'media type', kind: 'removed', say: 'Send or read one of the other formats.' },
  { subject: 'security', kind: 'added', say: 'Nothing to do. Your way to sign in still works.' },
  { subject: 'security', breaks: true, say: 'Check your key or the scopes of your tokens before you upgrade.' },
  { subject: 'scope', kind: 'removed', say: 'Stop asking for this scope.' },
  { subject: 'scope', say: 'Nothing to do. Ask for it if you need it.' },
  { subject: 'server', kind: 'removed', say: 'Send your requests to another server.' },
  { subject: 'error code', kind: 'removed', say: 'Check the code that waits for this error code.' },
  { subject: 'error code', kind: 'added', say: 'Handle it, if your code tells error codes apart.' },
  { subject: 'error code', breaks: true, say: 'Check the code that handles this error code.' },
  { subject: 'policy', breaks: true, say: 'Check that you stay within the new rule.' },
];

/** One sentence on what a change asks of who it touches. */
export function adviceFor(change: Change): string {
  const { kind, subject, facet, severity } = change;
  const side = sideOf(change);
  const found = TABLE.find(
    (line) =>
      line.subject === subject &&
      (line.kind ?? kind) === kind &&
      (line.side ?? side) === side &&
      (line.facet ?? facet) === facet &&
      (line.breaks ?? severity === 'breaking') === (severity === 'breaking'),
  );
  return found?.say ?? (severity === 'breaking' ? 'Check what you rely on here.' : 'Nothing to do.');
}

function sideOf(change: Change): Side {
  const [first, second] = directionsOf(change);
  if (first === undefined || second !== undefined) return 'both';
  return first === 'request' ? 'sent' : 'received';
}

/** Events that happen to another record than the one that their name begins with; undefined where the event makes it. */
const others: Readonly<Record<string, string | undefined>> = {
  'conversation.created': 'visitor',
  'message.created': 'conversation',
  'contact.created': undefined,
};

/** Of which record an event takes the id, e.g. `conversation`; undefined where it takes none. */
export function subjectOf(event: string): string | undefined {
  return Object.hasOwn(others, event) ? others[event] : event.split('.')[0];
}

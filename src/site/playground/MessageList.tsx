import { useEffect, useRef } from 'preact/hooks';
import { IdLink } from './IdLink.tsx';
import type { Addresses } from './links.ts';
import type { Message, Operator } from './records.ts';

interface MessageListProps {
  addresses: Addresses;
  messages: readonly Message[];
  operators: readonly Operator[];
  /** Notes are for the team. */
  withNotes: boolean;
  /** The visitor's own are at the end of the line here, the team's there. */
  side: 'visitor' | 'team';
  label: string;
}

/** The messages of a conversation, the oldest first. It shows the end. */
export function MessageList({ addresses, messages, operators, withNotes, side, label }: MessageListProps) {
  const list = useRef<HTMLOListElement>(null);
  const shown = messages.filter(({ type }) => withNotes || type !== 'note');
  const last = shown.at(-1)?.id;
  useEffect(() => list.current?.scrollTo(0, list.current.scrollHeight), [last]);
  return (
    <ol class="pg-messages" ref={list} tabIndex={0} aria-label={label}>
      {shown.map((message) => (
        <li
          key={message.id}
          data-type={message.type}
          data-own={(message.type === 'visitor') === (side === 'visitor') ? '' : undefined}
        >
          <p class="pg-author">
            <bdi>{authorOf(message, operators)}</bdi>
            {withNotes && <IdLink addresses={addresses} id={message.id} conversation={message.conversation_id} />}
          </p>
          <p class="pg-text" dir="auto">
            {message.body}
          </p>
        </li>
      ))}
    </ol>
  );
}

function authorOf(message: Message, operators: readonly Operator[]): string {
  switch (message.type) {
    case 'visitor':
      return message.visitor.name ?? 'Visitor';
    case 'bot':
      return 'Chatbot';
    case 'operator':
      return nameOf(message.operator_id, operators);
    case 'note':
      return `Note of ${nameOf(message.operator_id, operators)}`;
  }
}

function nameOf(id: string, operators: readonly Operator[]): string {
  return operators.find((operator) => operator.id === id)?.name ?? id;
}

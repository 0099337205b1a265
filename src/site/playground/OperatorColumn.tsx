import { useState } from 'preact/hooks';
import type { Act } from './acts.ts';
import { operatorComesOrGoes, operatorReplies } from './acts.ts';
import { ConversationActs } from './ConversationActs.tsx';
import { IdLink } from './IdLink.tsx';
import type { Addresses } from './links.ts';
import { MessageList } from './MessageList.tsx';
import type { Conversation, Operator, View } from './records.ts';
import { WriteForm } from './WriteForm.tsx';

interface OperatorColumnProps {
  addresses: Addresses;
  view: View;
  onAct: (act: Act) => Promise<boolean>;
  onChoose: (conversation: string) => void;
}

/** The inbox of the team. */
export function OperatorColumn({ addresses, view, onAct, onChoose }: OperatorColumnProps) {
  const { operators, conversations, conversation, messages } = view;
  const [chosen, choose] = useState('');
  const operator =
    operators.find(({ id }) => id === chosen) ?? operators.find(({ status }) => status === 'online') ?? operators[0];
  return (
    <section class="pg-column pg-operator" aria-labelledby="pg-operator">
      <header>
        <h2 id="pg-operator">Operator</h2>
        {operator && (
          <Person addresses={addresses} operators={operators} operator={operator} onChoose={choose} onAct={onAct} />
        )}
      </header>
      <Inbox conversations={conversations} current={conversation?.id} onChoose={onChoose} />
      {conversation ? (
        <>
          <p class="pg-standing">
            <IdLink addresses={addresses} id={conversation.id} /> {conversation.status},{' '}
            {conversation.assigned_to === null ? (
              'nobody’s yet'
            ) : (
              <>
                of{' '}
                <bdi>
                  {operators.find(({ id }) => id === conversation.assigned_to)?.name ?? conversation.assigned_to}
                </bdi>
              </>
            )}
          </p>
          <MessageList
            addresses={addresses}
            messages={messages}
            operators={operators}
            withNotes
            side="team"
            label="Conversation in the inbox"
          />
          <WriteForm
            label="Reply of the operator"
            button="Reply"
            placeholder="Reply as the operator"
            disabled={!operator}
            onSend={(text) =>
              operator ? onAct(operatorReplies(conversation, operator, text)) : Promise.resolve(false)
            }
          />
          <ConversationActs view={view} conversation={conversation} onAct={onAct} />
        </>
      ) : (
        <p class="pg-empty">
          Nothing of this visitor yet. Write on the other side, or take a conversation of the list.
        </p>
      )}
    </section>
  );
}

interface PersonProps {
  addresses: Addresses;
  operators: readonly Operator[];
  operator: Operator;
  onChoose: (id: string) => void;
  onAct: (act: Act) => Promise<boolean>;
}

/** Who of the team acts, and whether they are there. */
function Person({ addresses, operators, operator, onChoose, onAct }: PersonProps) {
  return (
    <p class="pg-person">
      <select aria-label="Who answers" value={operator.id} onChange={(event) => onChoose(event.currentTarget.value)}>
        {operators.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <IdLink addresses={addresses} id={operator.id} />
      <button type="button" onClick={() => void onAct(operatorComesOrGoes(operator))}>
        {operator.status === 'online' ? 'Go offline' : 'Go online'}
      </button>
    </p>
  );
}

interface InboxProps {
  conversations: readonly Conversation[];
  current: string | undefined;
  onChoose: (conversation: string) => void;
}

function Inbox({ conversations, current, onChoose }: InboxProps) {
  return (
    <ul class="pg-inbox" tabIndex={0} aria-label="Newest conversations">
      {conversations.map(({ id, visitor, status }) => (
        <li key={id}>
          <button type="button" aria-current={id === current ? 'true' : undefined} onClick={() => onChoose(id)}>
            <bdi>{visitor.name ?? 'Visitor'}</bdi> <span>{status}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

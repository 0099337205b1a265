import { useEffect, useState } from 'preact/hooks';
import type { Act } from './acts.ts';
import { assign, chatbotFinishes, chatbotGreets, close, reopen, saveContact, tagContact } from './acts.ts';
import type { Conversation, Operator, View, Visitor } from './records.ts';

interface ConversationActsProps {
  view: View;
  conversation: Conversation;
  onAct: (act: Act) => Promise<boolean>;
}

/** What a team does with a conversation beside answering it. */
export function ConversationActs({ view: { operators, visitor }, conversation, onAct }: ConversationActsProps) {
  const isOpen = conversation.status === 'open';
  return (
    <div class="pg-acts">
      <button type="button" onClick={() => void onAct(isOpen ? close(conversation) : reopen(conversation))}>
        {isOpen ? 'Close' : 'Reopen'}
      </button>
      <Assign operators={operators} conversation={conversation} onAct={onAct} />
      {isOpen && (
        <>
          <button type="button" onClick={() => void onAct(chatbotGreets(conversation))}>
            Chatbot joins
          </button>
          <button type="button" onClick={() => void onAct(chatbotFinishes(conversation))}>
            Chatbot finishes
          </button>
        </>
      )}
      {visitor && <Contact key={visitor.id} visitor={visitor} onAct={onAct} />}
    </div>
  );
}

function Assign({
  operators,
  conversation,
  onAct,
}: { operators: readonly Operator[] } & Omit<ConversationActsProps, 'view'>) {
  return (
    <select
      aria-label="Assign the conversation"
      value=""
      onChange={({ currentTarget }) => {
        const operator = operators.find(({ id }) => id === currentTarget.value);
        currentTarget.value = '';
        if (operator) void onAct(assign(conversation, operator));
      }}
    >
      <option value="">Assign to…</option>
      {operators.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Saves the visitor as a contact; one that is saved gets a tag. */
function Contact({ visitor, onAct }: { visitor: Visitor; onAct: (act: Act) => Promise<boolean> }) {
  const { contact_id: contact, name } = visitor;
  const [email, setEmail] = useState(visitor.email ?? '');
  useEffect(() => setEmail(visitor.email ?? ''), [visitor.email]);
  if (contact !== null) {
    return (
      <button type="button" onClick={() => void onAct(tagContact(contact, 'playground'))}>
        Tag the contact
      </button>
    );
  }
  const submit = (event: Event) => {
    event.preventDefault();
    if (email.trim() !== '') void onAct(saveContact(email.trim(), name));
  };
  return (
    <form class="pg-contact" onSubmit={submit}>
      <input
        type="text"
        inputMode="email"
        aria-label="Email address of the contact"
        placeholder="name@example.com"
        autocomplete="off"
        value={email}
        onInput={(event) => setEmail(event.currentTarget.value)}
      />
      <button type="submit">Save contact</button>
    </form>
  );
}

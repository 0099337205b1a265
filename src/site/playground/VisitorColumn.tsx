import type { Act } from './acts.ts';
import { visitorIdentifies, visitorOpensPage, visitorRates, visitorWrites } from './acts.ts';
import { IdLink } from './IdLink.tsx';
import type { Addresses } from './links.ts';
import { MessageList } from './MessageList.tsx';
import type { Conversation, View, Visitor } from './records.ts';
import { WriteForm } from './WriteForm.tsx';

interface VisitorColumnProps {
  addresses: Addresses;
  view: View;
  visitor: Visitor;
  onAct: (act: Act) => Promise<boolean>;
  onNewVisitor: () => void;
}

/** The chat as a visitor of a website has it. */
export function VisitorColumn({ addresses, view, visitor, onAct, onNewVisitor }: VisitorColumnProps) {
  const { conversation, messages, operators } = view;
  return (
    <section class="pg-column pg-visitor" aria-labelledby="pg-visitor">
      <header>
        <h2 id="pg-visitor">Visitor</h2>
        <p>
          <bdi>{visitor.name ?? 'Nobody knows the name yet'}</bdi> <IdLink addresses={addresses} id={visitor.id} />
        </p>
        <p class="pg-page">
          {visitor.current_page ? (
            <>
              On the page “<bdi>{visitor.current_page.title}</bdi>”
            </>
          ) : (
            'Not on the website now'
          )}
        </p>
      </header>
      {messages.length === 0 ? (
        <p class="pg-empty">Write something. It becomes a conversation, and two events.</p>
      ) : (
        <MessageList
          addresses={addresses}
          messages={messages}
          operators={operators}
          withNotes={false}
          side="visitor"
          label="Chat of the visitor"
        />
      )}
      {conversation?.status === 'closed' && <Rating conversation={conversation} onAct={onAct} />}
      <WriteForm
        label="Message of the visitor"
        button="Send"
        placeholder={conversation?.status === 'closed' ? 'Start a new conversation' : 'Write as the visitor'}
        onSend={(text) => onAct(visitorWrites(visitor, conversation, text))}
      />
      <p class="pg-acts">
        <button type="button" onClick={() => void onAct(visitorOpensPage(visitor))}>
          Open another page
        </button>
        {visitor.contact_id === null && (
          <button type="button" onClick={() => void onAct(visitorIdentifies(visitor))}>
            Say who I am
          </button>
        )}
        <button type="button" onClick={onNewVisitor}>
          New visitor
        </button>
      </p>
    </section>
  );
}

const SCORES = [1, 2, 3, 4, 5];

/** A closed conversation is rated by its visitor. */
function Rating({ conversation, onAct }: { conversation: Conversation; onAct: (act: Act) => Promise<boolean> }) {
  const given = conversation.rating?.score;
  return (
    <div class="pg-rating" role="group" aria-label="Rate the conversation">
      <span>{given === undefined ? 'Closed. How was it?' : `Rated with ${given} of 5`}</span>
      {SCORES.map((score) => (
        <button
          type="button"
          key={score}
          aria-label={`${score} of 5`}
          aria-pressed={given === score}
          onClick={() => void onAct(visitorRates(conversation, score))}
        >
          {score}
        </button>
      ))}
    </div>
  );
}

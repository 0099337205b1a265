import { useState } from 'preact/hooks';
import { events } from '../../sandbox/generated/events.ts';
import { subjectOf } from './event-subject.ts';
import type { ControlSandbox } from './use-panel.ts';

interface Told {
  event: string;
  data: { id: string; conversation_id?: string };
  deliveries: { id: string }[];
}

/** Lets an event happen that a visitor, an operator or a chatbot would cause. */
export function EventControls({ controlSandbox }: { controlSandbox: ControlSandbox }) {
  const [event, setEvent] = useState<string>('message.created');
  const [id, setId] = useState('');
  const subject = subjectOf(event);
  const submit = (submission: Event) => {
    submission.preventDefault();
    const body = { event, ...(subject !== undefined && id.trim() !== '' && { id: id.trim() }) };
    void controlSandbox<Told>(
      { path: '/events', body },
      (told) => `${told.event} happened to ${recordOf(told)}. ${reach(told)}`,
    );
  };
  return (
    <section class="ob-panel-part" aria-labelledby="panel-events">
      <h3 id="panel-events">Let an event happen</h3>
      <form class="ob-panel-row" onSubmit={submit}>
        <label>
          <span>Event</span>
          <select value={event} onChange={(change) => setEvent(change.currentTarget.value)}>
            {events.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          <span>{subject === undefined ? 'No id: it is made' : `Id of the ${subject}`}</span>
          <input
            type="text"
            placeholder={subject === undefined ? '' : `any ${subject}`}
            disabled={subject === undefined}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={id}
            onInput={(change) => setId(change.currentTarget.value)}
          />
        </label>
        <button type="submit" class="ob-button">
          Emit
        </button>
      </form>
    </section>
  );
}

/** The record, and the conversation that it is in: that is what the next event of the kind can be asked for. */
function recordOf({ data: { id, conversation_id } }: Told): string {
  return conversation_id === undefined ? id : `${id} in ${conversation_id}`;
}

function reach({ event, deliveries: { length } }: Told): string {
  if (length === 0) return `No webhook asks for ${event}, so nothing is delivered.`;
  return length === 1 ? 'It is on its way to one webhook.' : `It is on its way to ${length} webhooks.`;
}

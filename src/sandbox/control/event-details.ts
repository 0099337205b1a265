import { validateBody } from '../checks/validate-body.ts';
import type { EventName } from '../webhooks/delivery.ts';
import { invalid } from './control-error.ts';
import { readInteger, readText } from './members.ts';
import type { Members } from './members.ts';

/** How an event happens, as far as it is asked for. */
export interface EventDetails {
  /** What the visitor writes: of `conversation.created` and `message.created`. */
  readonly body?: string | undefined;
  /** How the visitor rates, from 1 to 5: of `conversation.rated`. */
  readonly score?: number | undefined;
  /** What the visitor writes with the rating. */
  readonly comment?: string | undefined;
  /** The open conversation that a chatbot acts in: of `chatbot.triggered` and `chatbot.completed`. */
  readonly conversation_id?: string | undefined;
}

const TAKEN_BY: { readonly [Name in keyof EventDetails]-?: readonly EventName[] } = {
  body: ['conversation.created', 'message.created'],
  score: ['conversation.rated'],
  comment: ['conversation.rated'],
  conversation_id: ['chatbot.triggered', 'chatbot.completed'],
};

/** The names of all details. */
export const DETAILS: readonly string[] = Object.keys(TAKEN_BY);

/** The least and the best score. @see `Rating` in spec/resources/conversations.schemas.yaml */
const SCORES: [number, number] = [1, 5];

/**
 * Reads how an event is to happen.
 * @throws ControlError 422 for a detail that the event does not take · ApiError 422 for a text that no message can be
 */
export function readDetails(members: Members, event: EventName): EventDetails {
  for (const [name, events] of Object.entries(TAKEN_BY)) {
    if ((members[name] ?? undefined) === undefined || events.includes(event)) continue;
    throw invalid(name, `is for ${events.join(' and ')}`);
  }
  const body = readText(members, 'body');
  if (body !== undefined) refuseMessage(body);
  return {
    body,
    score: readInteger(members, 'score', SCORES),
    comment: readText(members, 'comment'),
    conversation_id: readText(members, 'conversation_id'),
  };
}

/** A message of a visitor is held to the same here and in the API. */
function refuseMessage(body: string): void {
  const value = { type: 'visitor', body };
  validateBody('sendMessage', { text: JSON.stringify(value), value });
}

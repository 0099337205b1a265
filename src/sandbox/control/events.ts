import { timestamp } from '../clock.ts';
import { Random } from '../random.ts';
import type { Stored } from '../records/row.ts';
import type { EventName, StoredDelivery } from '../webhooks/delivery.ts';
import { beginUndo, jsonResponse } from './control-action.ts';
import type { Action, ControlContext } from './control-action.ts';
import { invalid } from './control-error.ts';
import { DETAILS, readDetails } from './event-details.ts';
import type { EventDetails } from './event-details.ts';
import { chatbotCompleted, chatbotTriggered } from './event-triggers/chatbots.ts';
import { contactCreated, contactUpdated, visitorIdentified } from './event-triggers/contacts.ts';
import {
  conversationAssigned,
  conversationClosed,
  conversationCreated,
  conversationRated,
  messageCreated,
} from './event-triggers/conversations.ts';
import type { EventTrigger } from './event-triggers/event-trigger.ts';
import { operatorStatusChanged } from './event-triggers/operators.ts';
import { visitorPageViewed } from './event-triggers/visitors.ts';
import { readMembers, readText } from './members.ts';

/** What makes each event happen: one an event of the spec, or this does not compile. */
const TRIGGERS: { readonly [Name in EventName]: EventTrigger } = {
  'conversation.created': conversationCreated,
  'conversation.closed': conversationClosed,
  'conversation.assigned': conversationAssigned,
  'conversation.rated': conversationRated,
  'message.created': messageCreated,
  'contact.created': contactCreated,
  'contact.updated': contactUpdated,
  'visitor.identified': visitorIdentified,
  'visitor.page_viewed': visitorPageViewed,
  'chatbot.triggered': chatbotTriggered,
  'chatbot.completed': chatbotCompleted,
  'operator.status_changed': operatorStatusChanged,
};

interface Told {
  readonly event: EventName;
  readonly timestamp: string;
  readonly data: Stored;
  readonly deliveries: readonly Pick<StoredDelivery, 'id' | 'webhook_id'>[];
}

interface Asked {
  readonly id: string | undefined;
  readonly details: EventDetails;
}

/**
 * Lets an event happen, to a record of its choice or to the one that `id` names, as its details say: the records change first, then
 * the webhooks that ask for it are told. What else follows from the change is told as well. The answer holds the payload and its deliveries.
 */
export const triggerEvent: Action = async (context) => {
  const members = await readMembers(context.request, ['event', 'id', ...DETAILS]);
  const event = readEvent(readText(members, 'event'));
  const id = readText(members, 'id');
  const details = readDetails(members, event);
  const told = await context.engine.store.transact(context.workspace, () => {
    beginUndo(context);
    return happen(context, event, { id, details });
  });
  return jsonResponse(told, 201);
};

function readEvent(name: string | undefined): EventName {
  if (name !== undefined && Object.hasOwn(TRIGGERS, name)) return name as EventName;
  throw invalid('event', `must be one of ${Object.keys(TRIGGERS).join(', ')}`);
}

/** @returns what the webhooks were told of the event that was asked for */
function happen({ engine, workspace }: ControlContext, event: EventName, { id, details }: Asked): Told | undefined {
  const told: Told[] = [];
  const now = timestamp(engine.clocks.now(workspace));
  const emit = (name: EventName, data: Stored): void => {
    const deliveries = engine.dispatcher.emit(workspace, name, data).map(({ id, webhook_id }) => ({ id, webhook_id }));
    told.push({ event: name, timestamp: now, data, deliveries });
  };
  const random = new Random(`${workspace.seedNumber}/${workspace.counter}/${event}`);
  TRIGGERS[event](id, { workspace, now, emit, random, details });
  return told.find((one) => one.event === event);
}

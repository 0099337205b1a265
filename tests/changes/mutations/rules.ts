import type { Mutation } from './edit.ts';
import { all, drop, property, pull, push, schema, set, turn, wrap } from './edit.ts';

/** Edits of bounds, lists, values and alternatives in other parts of the specification, each of its kind. */
export const ruleMutations: Mutation[] = [
  {
    name: 'a number that is sent and comes back may be larger',
    breaks: true,
    edit: set(property('TimeOnPageTrigger seconds maximum'), 7200),
  },
  {
    name: 'a number to send may be smaller only',
    breaks: true,
    edit: set(property('TimeOnPageTrigger seconds maximum'), 600),
  },
  {
    name: 'the lowest number to send is higher',
    breaks: true,
    edit: set(property('TimeOnPageTrigger seconds minimum'), 5),
  },
  {
    name: 'a bound to send may no longer be reached',
    breaks: true,
    edit: all(
      drop(property('TimeOnPageTrigger seconds maximum')),
      set(property('TimeOnPageTrigger seconds exclusiveMaximum'), 3600),
    ),
  },
  { name: 'a number of an answer may be larger', breaks: true, edit: set(property('Rating score maximum'), 10) },
  { name: 'a number of an answer is never as large', breaks: false, edit: set(property('Rating score maximum'), 4) },
  { name: 'a list to send needs more items', breaks: true, edit: set(property('QuestionStep options minItems'), 2) },
  {
    name: 'a list that is sent and comes back may have the same item twice',
    breaks: true,
    edit: drop(schema('EventNames uniqueItems')),
  },
  {
    name: 'items of a list to send may be shorter only',
    breaks: true,
    edit: set(property('KeywordTrigger keywords items maxLength'), 20),
  },
  {
    name: 'items of a list of an answer take another type',
    breaks: true,
    edit: set(property('Contact tags items type'), 'integer'),
  },
  {
    name: 'a value is removed from what is sent',
    breaks: true,
    edit: pull(schema('EventName enum'), 'chatbot.completed'),
  },
  { name: 'an answer has one value less', breaks: false, edit: pull(property('Operator role enum'), 'owner') },
  {
    name: 'a field of an answer takes any value of its type',
    breaks: true,
    edit: drop(property('Operator role enum')),
  },
  { name: 'values stand in another order', breaks: false, edit: turn(schema('EventName enum')) },
  { name: 'required fields stand in another order', breaks: false, edit: turn(schema('ContactCreate required')) },
  {
    name: 'a field of an event may be missing',
    breaks: true,
    edit: pull(schema('MessageCreatedEvent required'), 'timestamp'),
  },
  {
    name: 'a field of an event is added',
    breaks: false,
    edit: set(property('MessageCreatedEvent source'), { type: 'string' }),
  },
  {
    name: 'a list of an answer loses its paging',
    breaks: true,
    edit: all(drop(property('ContactList pagination')), pull(schema('ContactList required'), 'pagination')),
  },
  { name: 'an alternative of an answer is no longer made', breaks: false, edit: drop(schema('Pagination oneOf 1')) },
  {
    name: 'a step to send is of a new kind',
    breaks: true,
    edit: all(
      push(schema('Step oneOf'), { type: 'object', required: ['type'], properties: { type: { const: 'wait' } } }),
    ),
  },
  {
    name: 'a part of an allOf is added to an answer',
    breaks: false,
    edit: wrap(schema('Location'), (node) => ({ ...node, allOf: [{ required: ['country'] }] })),
  },
  {
    name: 'a text of an answer has another format',
    breaks: true,
    edit: set(property('Session started_at format'), 'date'),
  },
  { name: 'a text of an answer is always a URL', breaks: false, edit: set(property('Operator name format'), 'uri') },
  { name: 'an example changes', breaks: false, edit: set(property('Contact company examples'), ['Other Inc']) },
  {
    name: 'a field of an answer has a description',
    breaks: false,
    edit: set(property('Rating score description'), 'Stars.'),
  },
];

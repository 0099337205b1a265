import type { Mutation } from './edit.ts';
import { all, drop, move, property, pull, push, schema, set, turn, wrap } from './edit.ts';

const ref = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });

/** Edits of what is sent and received: fields, values, bounds. */
export const fieldMutations: Mutation[] = [
  {
    name: 'a field of an answer is removed',
    breaks: true,
    edit: all(drop(property('Contact phone')), pull(schema('Contact required'), 'phone')),
  },
  { name: 'a field of an answer is added', breaks: false, edit: set(property('Contact language'), { type: 'string' }) },
  {
    name: 'a field of an answer is renamed',
    breaks: true,
    edit: move(property('Contact avatar_url'), property('Contact picture_url')),
  },
  { name: 'a field of an answer may be missing', breaks: true, edit: pull(schema('Contact required'), 'company') },
  {
    name: 'a field of an answer may be null',
    breaks: true,
    edit: set(property('Contact created_at type'), ['string', 'null']),
  },
  { name: 'a field of an answer is never null', breaks: false, edit: set(property('Contact name type'), 'string') },
  {
    name: 'a field of an answer takes another type',
    breaks: true,
    edit: set(property('Visitor sessions_count type'), 'string'),
  },
  {
    name: 'a whole number of an answer may be a fraction',
    breaks: true,
    edit: set(property('Visitor pageviews_count type'), 'number'),
  },
  {
    name: 'a number of an answer may be smaller',
    breaks: true,
    edit: set(property('Visitor sessions_count minimum'), 0),
  },
  { name: 'a field is deprecated', breaks: false, edit: set(property('Contact company deprecated'), true) },
  { name: 'fields stand in another order', breaks: false, edit: turn(schema('Contact properties')) },
  {
    name: 'a field to send is added',
    breaks: false,
    edit: set(property('ContactCreate language'), { type: 'string' }),
  },
  {
    name: 'a required field to send is added',
    breaks: true,
    edit: all(
      set(property('ContactCreate language'), { type: 'string' }),
      push(schema('ContactCreate required'), 'language'),
    ),
  },
  { name: 'a field to send is removed', breaks: true, edit: drop(property('ContactCreate phone')) },
  { name: 'a field to send becomes required', breaks: true, edit: push(schema('ContactCreate required'), 'name') },
  { name: 'a field to send becomes optional', breaks: false, edit: pull(schema('ContactCreate required'), 'email') },
  { name: 'a field to send may be longer', breaks: false, edit: set(property('ContactCreate name maxLength'), 400) },
  {
    name: 'a field to send may be shorter only',
    breaks: true,
    edit: set(property('ContactCreate name maxLength'), 100),
  },
  {
    name: 'a field to send must fit a pattern',
    breaks: true,
    edit: set(property('WebhookCreate url pattern'), '^https://'),
  },
  {
    name: 'a field to send fits no pattern any more',
    breaks: false,
    edit: drop(property('ContactCreate phone pattern')),
  },
  {
    name: 'a field to send may be null',
    breaks: false,
    edit: set(property('ContactCreate name type'), ['string', 'null']),
  },
  {
    name: 'a field to send takes other members',
    breaks: false,
    edit: drop(schema('ContactCreate additionalProperties')),
  },
  { name: 'a list to send may be shorter only', breaks: true, edit: set(schema('TagNames maxItems'), 10) },
  { name: 'a value is added to an answer', breaks: true, edit: push(schema('OperatorStatus enum'), 'busy') },
  { name: 'a field of an error is removed', breaks: true, edit: drop(property('ErrorDetail message')) },
  { name: 'a field of an event is removed', breaks: true, edit: drop(property('Webhook events')) },
];

/** Edits of unions and `allOf`, and the same said in another way. */
export const unionMutations: Mutation[] = [
  { name: 'alternatives stand in another order', breaks: false, edit: turn(schema('Trigger oneOf')) },
  {
    name: 'an alternative to send is added',
    breaks: false,
    edit: push(schema('MessageCreate oneOf'), {
      type: 'object',
      required: ['type'],
      properties: { type: { const: 'system' } },
    }),
  },
  {
    name: 'an alternative to send is removed',
    breaks: true,
    edit: all(drop(schema('MessageCreate oneOf 3')), drop(schema('MessageCreate discriminator mapping note'))),
  },
  {
    name: 'an alternative of an answer is added',
    breaks: true,
    edit: push(schema('Message oneOf'), {
      type: 'object',
      required: ['type'],
      properties: { type: { const: 'system' } },
    }),
  },
  {
    name: 'a field of one alternative becomes required',
    breaks: true,
    edit: push(schema('OperatorMessageCreate required'), 'operator_id'),
  },
  { name: 'a field of one alternative of an answer is removed', breaks: true, edit: drop(property('BotMessage body')) },
  {
    name: 'a schema is put into an allOf of one',
    breaks: false,
    edit: wrap(schema('ContactSearch'), (node) => ({ allOf: [node] })),
    judgeDiffers:
      'It compares places: what stands one step deeper counts as removed there. The same values are allowed.',
  },
  {
    name: 'an allOf adds a rule',
    breaks: true,
    edit: set(property('ContactCreate tags'), { allOf: [ref('TagNames'), { maxItems: 5 }] }),
  },
  {
    name: 'null is told by a union in place of a type',
    breaks: false,
    judgeDiffers: 'It compares keywords: the anyOf counts as a new rule. The same values are allowed.',
    edit: set(property('ContactUpdate company'), {
      anyOf: [{ type: 'string', minLength: 1, maxLength: 200, pattern: '\\S' }, { type: 'null' }],
    }),
  },
];

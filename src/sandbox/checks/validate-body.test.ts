import { describe, expect, test } from 'vitest';
import type { OperationId } from '../generated/operations.ts';
import { limits } from '../generated/policies.ts';
import { ApiError } from '../http/api-error.ts';
import { validateBody, validateWith } from './validate-body.ts';
import type { Validator } from './validate-body.ts';

/** What a text says that a value does not is told apart: see below. */
const validate = (operation: OperationId, value: unknown): void => validateBody(operation, { text: '{}', value });

function refusal(operation: OperationId, body: unknown): { code: string; param: string | undefined; message: string } {
  try {
    validate(operation, body);
  } catch (error) {
    if (error instanceof ApiError) return { code: error.code, param: error.param, message: error.message };
    throw error;
  }
  throw new Error('The body was let through');
}

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
const chatbot = (step: object) => ({ name: 'x', workflow: { entry_step: 'a', steps: [{ id: 'a', ...step }] } });

describe('a body', () => {
  test.each<[OperationId, unknown, string, string]>([
    ['createContact', { email: 'jane' }, 'email', "The 'email' field must be a valid email address."],
    ['createContact', { email: 7 }, 'email', "The 'email' field must be a string."],
    ['createContact', { email: 'a@b.co', name: ' ' }, 'name', "The 'name' field must not be blank."],
    ['createContact', { email: 'a@b.co', tags: 'vip' }, 'tags', "The 'tags' field must be an array."],
    ['createContact', { email: 'a@b.co', tags: ['x', 'x'] }, 'tags', "The 'tags' field must not name anything twice."],
    [
      'createContact',
      { email: 'a@b.co', tags: ['ok', ''] },
      'tags[1]',
      "The 'tags[1]' field must have at least 1 character.",
    ],
    [
      'createContact',
      { email: 'a@b.co', phone: '555' },
      'phone',
      "The 'phone' field must be a phone number in E.164 format, such as +15550123.",
    ],
    [
      'createContact',
      { email: 'a@b.co', avatar_url: 'x' },
      'avatar_url',
      "The 'avatar_url' field must be a valid URL.",
    ],
    [
      'createContact',
      { email: 'a@b.co', custom_attributes: [] },
      'custom_attributes',
      "The 'custom_attributes' field must be an object.",
    ],
    ['updateContact', { name: 7 }, 'name', "The 'name' field must be a string or null."],
    ['updateContact', { email: null }, 'email', "The 'email' field must be a string."],
    [
      'sendMessage',
      { type: 'shout', body: 'x' },
      'type',
      "The 'type' field must be one of visitor, operator, bot, note.",
    ],
    [
      'createChatbot',
      chatbot({ type: 'condition', field: 'x', operator: 'like', value: '', then: 'a', else: 'a' }),
      'workflow.steps[0].operator',
      "The 'workflow.steps[0].operator' field must be one of equals, not_equals, contains.",
    ],
    [
      'createWebhook',
      { url: 'https://example.com', events: [] },
      'events',
      "The 'events' field must have at least 1 item.",
    ],
  ])('of %s %j is refused for its %s', (operation, body, param, message) => {
    expect(refusal(operation, body)).toEqual({ code: 'invalid_parameter', param, message });
  });

  test.each<[OperationId, unknown, string]>([
    ['createContact', {}, 'email'],
    ['sendMessage', { body: 'x' }, 'type'],
    ['sendMessage', { type: 'bot', body: 'x' }, 'chatbot_id'],
    ['createChatbot', chatbot({ type: 'message', text: 'x' }), 'workflow.steps[0].next'],
  ])('of %s %j lacks %s', (operation, body, param) => {
    expect(refusal(operation, body)).toMatchObject({ code: 'missing_parameter', param });
  });

  test.each<[OperationId, unknown, string]>([
    ['createContact', { email: 'a@b.co', compny: 'x' }, 'compny'],
    ['createContact', JSON.parse('{"email": "a@b.co", "__proto__": {}}'), '__proto__'],
    ['createContact', { email: 'a@b.co', constructor: 1 }, 'constructor'],
    ['searchContacts', { query: 'x', filters: { tag: 'vip' } }, 'filters.tag'],
    ['sendMessage', { type: 'visitor', body: 'x', operator_id: 'op_xyz789' }, 'operator_id'],
    ['createChatbot', chatbot({ type: 'end', next: 'a' }), 'workflow.steps[0].next'],
  ])('of %s %j has an unknown %s', (operation, body, param) => {
    expect(refusal(operation, body)).toMatchObject({ code: 'unknown_parameter', param });
  });

  test.each([[[]], ['text'], [7], [null], [true]])('%j is no object, and no field is to blame', (body) => {
    expect(refusal('createContact', body)).toEqual({
      code: 'invalid_parameter',
      param: undefined,
      message: 'The request body must be an object.',
    });
  });

  test('may hold any JSON in custom attributes, up to a depth', () => {
    const values = { a: null, b: [1, { c: '' }], ['__proto__']: 1, deep: nested(90) };
    expect(() => validate('createContact', { email: 'a@b.co', custom_attributes: values })).not.toThrow();
    expect(refusal('createContact', { email: 'a@b.co', custom_attributes: { deep: nested(10_000) } })).toEqual({
      code: 'invalid_parameter',
      param: 'custom_attributes',
      message: "The 'custom_attributes' field must not be nested more than 100 levels deep.",
    });
  });

  test('counts characters, not UTF-16 units', () => {
    const name = '𝒥'.repeat(200);
    expect(() => validate('createContact', { email: 'a@b.co', name })).not.toThrow();
    expect(refusal('createContact', { email: 'a@b.co', name: `${name}x` }).param).toBe('name');
  });
});

test.each<[what: string, told: string, errors: [keyword: string, at: string][]]>([
  [
    'the first of two that are equally deep',
    'first',
    [
      ['type', '/first'],
      ['type', '/second'],
      ['anyOf', ''],
    ],
  ],
  [
    'the deepest',
    'a.b',
    [
      ['type', '/first'],
      ['type', '/a/b'],
      ['type', '/last'],
    ],
  ],
  [
    'one within a union',
    'of_it',
    [
      ['type', '/of_it'],
      ['oneOf', '/a/b'],
      ['anyOf', '/a/b'],
      ['if', '/a/b'],
    ],
  ],
  ['the union, where there is nothing else', 'union', [['anyOf', '/union']]],
])('of several violations is told %s', (_what, param, errors) => {
  const refuses: Validator = () => false;
  refuses.errors = errors.map(([keyword, instancePath]) => ({ instancePath, keyword, params: { type: 'string' } }));
  expect(() => validateWith(refuses, {})).toThrow(expect.objectContaining({ param }));
});

test('a body may be nested exactly as deep as the limit says', () => {
  const deep = (levels: number) => ({ email: 'a@b.co', custom_attributes: { deep: nested(levels) } });
  // The body and its custom attributes are two levels.
  expect(() => validate('createContact', deep(limits.nesting_levels - 2))).not.toThrow();
  expect(refusal('createContact', deep(limits.nesting_levels - 1)).param).toBe('custom_attributes');
});

test.each([
  ['{"email":"a@b.co","custom_attributes":{"n":[1e400]}}', 'custom_attributes.n[0]', 'must not hold the number 1e400:'],
  ['{"email":"a@b.co","custom_attributes":{"n":9007199254740993}}', 'custom_attributes.n', 'Send it as a string.'],
  ['{"email":"a@b.co","email":"b@b.co"}', 'email', "The 'email' field must be given once."],
  [`{"email":"a@b.co","custom_attributes":{"n":${'9'.repeat(40)}}}`, 'custom_attributes.n', ` ${'9'.repeat(40)}:`],
  [`{"email":"a@b.co","custom_attributes":{"n":${'9'.repeat(500)}}}`, 'custom_attributes.n', ` ${'9'.repeat(40)}…:`],
  [`{"email":"a@b.co","name":"${'x'.repeat(5_000)}","name":"B"}`, 'name', "The 'name' field must be given once."],
])('what a text says and a value does not is told: %s', (text, param, message) => {
  const body = { text, value: JSON.parse(text) as unknown };
  const told = { code: 'invalid_parameter', param, message: expect.stringContaining(message) as string };
  expect(() => validateBody('createContact', body)).toThrow(expect.objectContaining(told));
});

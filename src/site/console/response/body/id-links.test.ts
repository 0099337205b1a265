import { describe, expect, it } from 'vitest';
import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import { linkFinder } from './id-links.ts';
import { nodeAt } from '../../../../json-text/find.ts';
import { parseJson } from '../../../../json-text/tree.ts';
import type { JsonNode } from '../../../../json-text/tree.ts';

const treeOf = (text: string): JsonNode => parseJson(text) ?? expect.unreachable();

const links = [
  {
    pattern: '^con_[a-z0-9]+$',
    operationId: 'getContact',
    summary: 'Get a contact',
    parameter: 'id',
    others: [],
    address: '/c/',
  },
  {
    pattern: '^msg_[a-z0-9]+$',
    operationId: 'getMessage',
    summary: 'Get a message',
    parameter: 'message_id',
    others: [{ parameter: 'id', pattern: '^conv_[a-z0-9]+$' }],
    address: '/m/',
  },
];
const operation = { links } as unknown as BundledOperation;

/** The call that a link restores, and its page. */
function follow(text: string, path: (string | number)[], values: Record<string, string> = {}): unknown {
  const node = nodeAt(treeOf(text), path);
  const link = node && linkFinder(operation, { values, body: '' }, text)(node);
  if (!link) return undefined;
  const [page, fragment = ''] = link.href.split('#try=');
  return { page, call: JSON.parse(Buffer.from(fragment, 'base64url').toString()) as unknown };
}

describe('linkFinder', () => {
  it('leads from an id to the operation, with the id filled in', () => {
    expect(follow('{"contact": "con_1"}', ['contact'])).toEqual({
      page: '/c/',
      call: { op: 'getContact', values: { 'path.id': 'con_1' }, body: '' },
    });
  });

  it('takes what else the path needs from the same record, else from the form', () => {
    const call = { op: 'getMessage', values: { 'path.message_id': 'msg_1', 'path.id': 'conv_2' }, body: '' };
    expect(follow('[{"id": "msg_1", "conversation_id": "conv_2"}]', [0, 'id'])).toEqual({ page: '/m/', call });
    expect(follow('[{"id": "msg_1"}]', [0, 'id'], { 'path.id': 'conv_2' })).toEqual({ page: '/m/', call });
  });

  it.each<[string, (string | number)[]]>([
    ['{"id": "msg_1"}', ['id']],
    ['{"id": "con_1 "}', ['id']],
    ['{"text": "see con_1"}', ['text']],
    ['{"id": 7}', ['id']],
    [`{"id": "con_${'a'.repeat(5_000)}"}`, ['id']],
  ])('makes no link of %.40s', (text, path) => expect(follow(text, path)).toBeUndefined());
});

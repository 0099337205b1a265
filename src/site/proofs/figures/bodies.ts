import { limits } from '../../../sandbox/generated/policies.ts';
import type { PrivateSandbox } from '../../../sandbox/browser.ts';
import { count } from '../../facts/prose-numbers.ts';
import { ask, claim, refusal } from './ground.ts';
import type { FigureProof } from './ground.ts';

const create = (sandbox: PrivateSandbox, body: string) => ask(sandbox, 'POST', '/v1/contacts', { body });

/** A contact padded with spaces to the last byte, and to one more. */
export const body: FigureProof = async (sandbox) => {
  const contact = '{"email":"ada@example.com"}';
  const most = limits.body_bytes;
  const largest = await create(sandbox, contact.padEnd(most));
  return [
    claim(`${count(most)} bytes: ${largest.status}`, largest.status === 201),
    await refusal(`One byte more`, await create(sandbox, contact.padEnd(most + 1)), 'payload_too_large'),
  ];
};

/** Objects in each other; the body itself is the first. */
export const nesting: FigureProof = async (sandbox) => {
  const most = limits.nesting_levels;
  const deep = (levels: number) =>
    `{"email":"ada@example.com","custom_attributes":${'{"in":'.repeat(levels - 1)}1${'}'.repeat(levels)}`;
  const deepest = await create(sandbox, deep(most));
  return [
    claim(`${most} objects in each other: ${deepest.status}`, deepest.status === 201),
    await refusal('One more', await create(sandbox, deep(most + 1)), 'invalid_parameter'),
  ];
};

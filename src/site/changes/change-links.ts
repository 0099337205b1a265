import type { Change } from '../../openapi/changes/change.ts';
import { eventAddress, events, operationAddress, operations } from '../facts/spec.ts';

/** The pages of what a change touches; what has none any more is left out. */
export function changeLinks({ operations: touched }: Change): { href: string; text: string }[] {
  return touched.flatMap((name) => {
    const operation = operations.find(({ operationId }) => operationId === name);
    if (operation) return [{ href: operationAddress(operation), text: operation.summary }];
    return events.some(({ path }) => path === name) ? [{ href: eventAddress(name), text: name }] : [];
  });
}

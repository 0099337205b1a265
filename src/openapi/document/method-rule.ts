import type { Oas3Rule } from '@redocly/openapi-core';
import type { Faults, Spot } from './faults.ts';
import { METHODS } from './openapi-document.ts';
import { isRecord } from './refs.ts';

/** @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
const FIELDS: readonly string[] = METHODS;

/**
 * Looks at the operations of a path that have no member of their own: one of a method that has is read as if it stood there, and one
 * that no request could be sent with is left out.
 */
export function methodRule(faults: Faults): Oas3Rule {
  return () => ({
    PathItem(item: unknown, { location }: { location: Spot & { child: (steps: string[]) => Spot } }) {
      if (!isRecord(item) || !isRecord(item.additionalOperations)) return;
      const operations = item.additionalOperations;
      for (const [method, operation] of Object.entries(operations)) {
        const spot = location.child(['additionalOperations', method]);
        const field = method.toLowerCase();
        if (TOKEN.test(method) && !FIELDS.includes(field)) continue;
        delete operations[method];
        if (!TOKEN.test(method)) faults.add('is no method of HTTP, and is left out', spot, method);
        else if (Object.hasOwn(item, field))
          faults.add('is an operation that the path has already, and is left out', spot, method);
        else {
          item[field] = operation;
          faults.add('is an operation with a member of its own, and is read as that', spot, method);
        }
      }
    },
  });
}

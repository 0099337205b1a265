import { METHODS } from '../document/openapi-document.ts';
import type { Method, OperationObject, PathItem } from '../document/openapi-document.ts';

const FIELDS: readonly string[] = METHODS;

/** The operations of a path with their methods: those of methods that have a member of their own first. */
export function pathOperations(item: PathItem): [method: Method, operation: OperationObject][] {
  return [
    ...METHODS.flatMap((method): [Method, OperationObject][] => {
      const operation = item[method];
      return operation ? [[method, operation]] : [];
    }),
    ...Object.entries(item.additionalOperations ?? {}).filter(([method]) => !method.startsWith('x-')),
  ];
}

/** A method as it is sent: `get` → `GET`, `COPY`, `m-Search`. */
export function methodText(method: Method): string {
  return FIELDS.includes(method) ? method.toUpperCase() : method;
}

import { escapeStep } from '../../../json-text/json-pointer.ts';
import { METHODS } from '../../../openapi/document/openapi-document.ts';
import type { Link } from '../../../openapi/model/links.ts';
import type { Operation } from '../../../openapi/model/operations.ts';
import { decode } from '../document-links.ts';
import type { Entry, Reference } from '../model.ts';

/** The operation that a link of a response names, by its id or by its place in the document; nothing where it is none of these. */
export function linkTarget({ operations }: Reference, { operationId, operationRef }: Link): Entry | undefined {
  if (operationId !== undefined) return operations.get(operationId);
  const place = operationRef?.startsWith('#') ? decode(operationRef) : undefined;
  return place === undefined
    ? undefined
    : [...operations.values()].find(({ operation }) => placeOf(operation) === place);
}

/** Where the operation stands that a link names in another document. */
export function foreignTarget({ operationRef }: Link): string | undefined {
  return operationRef?.startsWith('#') ? undefined : operationRef;
}

function placeOf({ path, method }: Operation): string {
  const isMember = METHODS.some((member) => member === method);
  return `#/paths/${escapeStep(path)}/${isMember ? '' : 'additionalOperations/'}${escapeStep(method)}`;
}

import { copyExact } from '../../json-text/exact-number.ts';
import type { OpenApiDocument } from '../document/openapi-document.ts';
import { isRecord } from '../document/refs.ts';
import { upgradeSchemas } from '../document/upgrade-schemas.ts';

/**
 * Writes a 3.0 document in the dialect of 3.1, so that all other code knows one: `nullable`, boolean exclusive bounds
 * and `x-webhooks` become what they are in 3.1. A 3.1 document comes back as it is. The input is not changed.
 * @see https://www.openapis.org/blog/2021/02/16/migrating-from-openapi-3-0-to-3-1-0
 */
export function toOpenApi31(document: OpenApiDocument): OpenApiDocument {
  if (!document.openapi.startsWith('3.0')) return document;
  const { 'x-webhooks': webhooks, ...copy } = copyExact(document);
  if (isRecord(webhooks)) copy.webhooks = webhooks as NonNullable<OpenApiDocument['webhooks']>;
  upgradeSchemas(copy);
  return { ...copy, openapi: '3.1.0' };
}

import type { Extension } from '../../openapi/changes/extension-changes.ts';

/** Extensions of this project's document that a release can change. */
export const trackedExtensions: readonly Extension[] = [
  { name: 'x-key-level', on: 'operation', label: 'level of the API key', subject: 'security' },
  { name: 'x-error-codes', on: 'response', label: 'error code', subject: 'error code' },
  { name: 'x-emitted-by', on: 'event', label: 'sending operation', subject: 'event' },
];

import type { Handlers } from '../handler.ts';
import { contactHandlers } from './contacts.ts';

/** The handler of every operation of the spec, by operationId. */
export const handlers: Partial<Handlers> = {
  ...contactHandlers,
};

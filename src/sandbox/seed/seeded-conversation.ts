import type { Records } from '../records/collections.ts';

/** Who says a line: the visitor, an operator, the welcome bot; a note is for the team. */
export type Speaker = 'v' | 'o' | 'b' | 'n';

export type Line = readonly [speaker: Speaker, text: string];

/** A conversation with what was said in it. */
export interface SeededConversation {
  readonly conversation: Records['conversations'];
  /** When it was assigned; null while it is not. */
  readonly assignedAt: string | null;
  /** Each line with its message's id and time, oldest first. */
  readonly lines: readonly { readonly id: string; readonly time: string; readonly line: Line }[];
}

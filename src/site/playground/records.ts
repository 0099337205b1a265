/** The records that the playground shows, as the API answers them. */
import type { components } from '../../openapi/generated/types.ts';

type Schemas = components['schemas'];

export type Conversation = Schemas['Conversation'];
export type Message = Schemas['Message'];
export type Visitor = Schemas['Visitor'];
export type Operator = Schemas['Operator'];

/** What the three columns show of a workspace. */
export interface View {
  /** The newest first. */
  readonly conversations: readonly Conversation[];
  /** In the order of the API. */
  readonly operators: readonly Operator[];
  /** Undefined where the workspace has none. */
  readonly visitor: Visitor | undefined;
  /** Undefined before the visitor writes. */
  readonly conversation: Conversation | undefined;
  /** Of the conversation, the oldest first. */
  readonly messages: readonly Message[];
}

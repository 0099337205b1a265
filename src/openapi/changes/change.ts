/** What differs between two versions of an API, as a list that pages, feeds and the command line print. */

import type { Direction } from '../schema/fields.ts';

/** Whether a client that was written for the older version can fail with the newer one. */
export type Severity = 'breaking' | 'non-breaking';

export type ChangeKind = 'added' | 'changed' | 'deprecated' | 'removed';

/** What of the API a change is about, as a reader calls it. */
export type Subject =
  | 'operation'
  | 'event'
  | 'parameter'
  | 'body'
  | 'field'
  | 'value'
  | 'response'
  | 'header'
  | 'media type'
  | 'security'
  | 'scope'
  | 'server'
  | 'extension'
  | 'error code'
  | 'policy';

/** What of a thing has changed, where it decides who is touched: who leaves it out, or who uses the value. */
export type Facet = 'requirement' | 'default' | 'value';

export interface Change {
  severity: Severity;
  kind: ChangeKind;
  subject: Subject;
  /** The `operationId`, or the name of the event, where the change is about one alone. */
  operation?: string;
  /** All that the change touches; none where it is about the whole API. */
  operations: string[];
  /** Where it is: `GET /pets query.tag`, `POST /pets 201 id`, `Pet.owner.name`, `pet.born payload.id`. The same in every run. */
  location: string;
  /** One sentence; names stand between backticks. */
  message: string;
  /** Of a component: whether it is so when sent or when received; none: both, or it is told by the place. */
  direction?: Direction;
  facet?: Facet;
  /** The value that came or went. */
  value?: string;
}

/** A change before it is known what it touches. */
export interface Finding extends Pick<Change, 'kind' | 'subject' | 'location' | 'facet' | 'value'> {
  isBreaking: boolean;
  /** What happened, without where. */
  what: string;
  /** Of a component, which is sent or received: the change may be told for one of them alone. */
  direction?: Direction;
}

/** Two versions of one thing. */
export interface Versions<T> {
  before: T;
  after: T;
}

/** A thing that was there now and then is always there, or the other way round: what a sender must do, a reader can count on. */
export function requirementWords(isRequired: boolean, direction: Direction): string {
  if (direction === 'request') return isRequired ? 'is now required' : 'is no longer required';
  return isRequired ? 'is now always there' : 'may now be missing';
}

/** Names of the older list that the newer one lacks, and the other way round. */
export function namesBetween(before: Iterable<string>, after: Iterable<string>): { gone: string[]; come: string[] } {
  const [old, now] = [new Set(before), new Set(after)];
  return { gone: [...old].filter((name) => !now.has(name)), come: [...now].filter((name) => !old.has(name)) };
}

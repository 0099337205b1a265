import type { Format } from '../checks/formats.ts';
import type { KeyLevel, Scope } from '../generated/policies.ts';

/** What the value of a query parameter must be. */
export interface QueryParameter {
  readonly type: 'integer' | 'boolean' | 'string';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly enum?: readonly string[];
  readonly format?: Format;
}

/** When an operation was deprecated, and when it may stop working: Unix seconds. */
export interface Deprecation {
  readonly since: number;
  readonly sunset?: number;
}

/** One row of the route table that is printed from the spec. */
export interface Operation<Id extends string = string> {
  readonly id: Id;
  readonly method: string;
  /** Below `/v1`, with parameters as the spec writes them: `/contacts/{id}`. */
  readonly path: string;
  readonly scope: Scope;
  readonly level: KeyLevel;
  /** The status of success. */
  readonly status: number;
  readonly body: 'none' | 'optional' | 'required';
  readonly query: Readonly<Record<string, QueryParameter>>;
  readonly deprecation?: Deprecation;
}

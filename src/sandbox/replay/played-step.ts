import type { ReplayStep } from './replay-file.ts';
import type { ReplayChange } from './watch-store.ts';

/** What came back. */
export interface ReplayAnswer {
  /** Null where the connection was cut before the answer. */
  readonly status: number | null;
  /** In the order of their names, which are in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** True where a failure recipe cut the connection: the body is what came of it. */
  readonly isCut: boolean;
}

/** One request of a replay, answered. */
export interface PlayedStep {
  readonly index: number;
  readonly step: ReplayStep;
  /** When it was sent, by the machine's clock: RFC 3339. */
  readonly at: string;
  readonly answer: ReplayAnswer;
  /** What was done before it, while time went by: deliveries. */
  readonly meanwhile: readonly ReplayChange[];
  /** What it changed, and the deliveries that it set off. */
  readonly changes: readonly ReplayChange[];
}

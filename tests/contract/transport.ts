import type { Send } from './contract.ts';

/** A running sandbox and the way to it. */
export interface Transport {
  readonly send: Send;
  readonly base: string;
  /** Lets time pass, so that no limit is reached. */
  rest(): void;
  close(): Promise<void>;
}

/** How a suite opens one, by name. */
export type Opener = readonly [name: string, open: () => Promise<Transport>];

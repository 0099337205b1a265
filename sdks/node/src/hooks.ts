/** One try of a call. */
export interface HookCall {
  method: string;
  /** Below the base URL, without its query: `/contacts/con_abc123`. */
  path: string;
  /** The same for every record: `GET /contacts/{id}`. */
  operation: string;
  /** From 1. */
  attempt: number;
}

/** Called in order, and awaited. What a hook throws ends the call. */
export interface Hooks {
  /** Before each try. */
  before?(call: HookCall): unknown;
  /** After each answer, whatever its status. `milliseconds` is what the try took. */
  after?(call: HookCall & { status: number; headers: Headers; milliseconds: number }): unknown;
  /** Before a wait of so many milliseconds. `error` is why the call is sent again. */
  retry?(call: HookCall & { wait: number; error: unknown }): unknown;
  /** Once, before the call fails. */
  error?(call: HookCall & { error: unknown }): unknown;
}

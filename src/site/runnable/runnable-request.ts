/** A request that a reader of a guide can run, on its way from the build to the page. */
export interface RunnableRequest {
  readonly method: string;
  /** Below the API's version, with its query: `/contacts?page=2`. */
  readonly target: string;
  /** Where a value holds `keyMark`, the reader's key goes. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
  /** The status that the text around it speaks of; 0 where the connection is to be cut. */
  readonly status: number;
  /** The failure recipe that is ordered before it is sent. */
  readonly recipe?: string;
  /** The page of the operation, where there is one. */
  readonly operation?: string;
  /** True: it is answered by a sandbox that is opened for it alone, so that it always comes to the same. */
  readonly isApart?: boolean;
  /** What is sent to that sandbox before. */
  readonly before?: Preparation;
}

export interface Preparation {
  readonly method: string;
  /** From the root of the sandbox: `/_sandbox/faults`. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  readonly times: number;
}

/** Stands for the reader's key, in blocks that authors write as in samples that are printed. */
export const keyMark = '$ORBINTO_API_KEY';

const marker = 'runnable=';

/** A request as a word of a code block's meta. */
export function toMeta(runnable: RunnableRequest): string {
  return `${marker}${encodeURIComponent(JSON.stringify(runnable))}`;
}

/** The request in a code block's meta, as JSON; `undefined` where the block cannot be run. */
export function fromMeta(meta: string): string | undefined {
  const word = meta.split(/\s+/).find((part) => part.startsWith(marker));
  return word === undefined ? undefined : decodeURIComponent(word.slice(marker.length));
}

/** The errors that every operation documents: what the API can be told to answer. */
export const FAULT_STATUSES: readonly number[] = [401, 403, 429, 500];

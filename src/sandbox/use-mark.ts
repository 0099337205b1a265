/** How a page learns that the sandbox of this browser is used, before it loads any of it. */

/** The entry of localStorage that is there from the first request on. */
export const USED = 'orbinto-sandbox/used';

/** The event of the window after each answer to a request that may have changed something. */
export const ANSWERED = 'orbinto-sandbox-answered';

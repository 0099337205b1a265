/** Media types of values that come one after the other. */

/** Server-sent events. @see https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function isEventStream(mediaType: string): boolean {
  return /^text\/event-stream\b/i.test(mediaType);
}

/** One JSON value after the other: NDJSON, JSON Lines, JSON text sequences. */
export function isJsonSequence(mediaType: string): boolean {
  return /^[^;]*[/+](?:x-)?(?:ndjson|jsonl|json-?lines|json-seq)\b/i.test(mediaType);
}

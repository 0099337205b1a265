import { isEventStream, isJsonSequence } from '../document/media-types.ts';
/** Values as a stream writes them, one after the other. */
import { stringifyExact } from '../../json-text/exact-number.ts';
import { isRecord } from '../document/refs.ts';

const EVENT_FIELDS = new Set(['event', 'data', 'id', 'retry']);

/** Each item of a list, else the value itself, as an event or line of its own; `undefined` where the media type is no stream of values. */
export function streamText(mediaType: string, value: unknown): string | undefined {
  if (typeof value === 'string' || value === undefined) return undefined;
  const items: unknown[] = Array.isArray(value) ? value : [value];
  if (isEventStream(mediaType)) return items.map(eventText).join('');
  if (!isJsonSequence(mediaType)) return undefined;
  // RFC 7464 begins each text with a record separator.
  const start = mediaType.includes('json-seq') ? '\u001e' : '';
  return items.map((item) => `${start}${stringifyExact(item)}\n`).join('');
}

/** An object of the fields of an event is one; anything else is the data of one. */
function eventText(value: unknown): string {
  const isEvent = isRecord(value) && 'data' in value && Object.keys(value).every((name) => EVENT_FIELDS.has(name));
  const fields = Object.entries(isEvent ? value : { data: value });
  return `${fields.flatMap(([name, field]) => fieldLines(name, field)).join('')}\n`;
}

function fieldLines(name: string, value: unknown): string[] {
  const text = typeof value === 'string' ? value : stringifyExact(value);
  return text.split(/\r\n|\r|\n/).map((line) => `${name}: ${line}\n`);
}

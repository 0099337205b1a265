/** What is told of streams: bodies whose items come one after the other. */
import { isEventStream, isJsonSequence, isMultipart } from '../document/media-types.ts';

/** Streams of the same items, in words. */
export interface Streams {
  /** What each is a stream of: media types that are written alike stand together. */
  kinds: { names: string[]; of: string }[];
  /** How one of the items is called. */
  each: string;
}

export function streamsOf(mediaTypes: string[]): Streams {
  const kinds = [...Map.groupBy(mediaTypes, (mediaType) => wordsOf(mediaType).of)];
  const each = kinds.length === 1 ? wordsOf(mediaTypes[0] ?? '').each : 'Each item';
  return { kinds: kinds.map(([of, names]) => ({ names, of })), each };
}

function wordsOf(mediaType: string): { of: string; each: string } {
  if (isEventStream(mediaType)) return { of: 'server-sent events', each: 'Each event' };
  if (/json-seq/i.test(mediaType)) return { of: 'JSON texts, each behind a record separator', each: 'Each text' };
  if (isJsonSequence(mediaType)) return { of: 'JSON values, one a line', each: 'Each value' };
  return isMultipart(mediaType) ? { of: 'parts', each: 'Each part' } : { of: 'items', each: 'Each item' };
}

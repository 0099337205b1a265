import type { EncodingObject, PartEncodings } from '../document/openapi-document.ts';
import type { MediaType } from '../model/media-type.ts';

/** How a member of a form is sent, where it is not as one expects. @see https://spec.openapis.org/oas/v3.1.1#encoding-object */
export interface PartEncoding {
  /** Of the member; '' where a part has a place only. */
  name: string;
  /** `part 1`, `each further part`; '' where it has a name only. */
  place: string;
  contentType?: string;
  /** Names of the part's own headers. */
  headers: string[];
  style?: string;
  /** Whether each item is sent by itself. */
  explode?: boolean;
}

/** How the members of a body are sent, and as which of its media types; `mediaTypes` is empty where that goes for all of them. */
export interface SharedEncoding {
  mediaTypes: string[];
  parts: PartEncoding[];
}

/** What media types of one schema tell of its parts: each has an `encoding` of its own, those that are the same stand together. */
export function sharedEncodings(content: MediaType[]): SharedEncoding[] {
  const told = content.map((media) => ({ mediaType: media.mediaType, parts: partEncodings(media) }));
  const groups = [...Map.groupBy(told, ({ parts }) => JSON.stringify(parts)).values()];
  return groups.flatMap((group) => {
    const parts = group[0]?.parts ?? [];
    if (parts.length === 0) return [];
    return [{ mediaTypes: groups.length === 1 ? [] : group.map(({ mediaType }) => mediaType), parts }];
  });
}

/** The parts of which a document tells anything, those within parts too. */
export function partEncodings(body: PartEncodings): PartEncoding[] {
  const { encoding = {}, prefixEncoding = [], itemEncoding } = body;
  const rest = prefixEncoding.length > 0 ? 'each further part' : 'each part';
  return [
    ...Object.entries(encoding).flatMap(([name, one]) => toldOf({ name, place: '' }, one)),
    ...prefixEncoding.flatMap((one, index) => toldOf({ name: '', place: `part ${index + 1}` }, one)),
    ...(itemEncoding ? toldOf({ name: '', place: rest }, itemEncoding) : []),
  ];
}

function toldOf(part: Pick<PartEncoding, 'name' | 'place'>, encoding: EncodingObject): PartEncoding[] {
  const { contentType, headers = {}, style, explode } = encoding;
  const told: PartEncoding = {
    ...part,
    headers: Object.keys(headers).filter((header) => !/^content-type$/i.test(header)),
    ...(contentType !== undefined && { contentType }),
    ...(style !== undefined && { style }),
    ...(explode !== undefined && { explode }),
  };
  const isTold = Object.keys(told).length > 3 || told.headers.length > 0;
  const within = partEncodings(encoding).map((inner) => ({
    ...inner,
    place: `in ${part.place || part.name}, ${inner.place || inner.name}`,
  }));
  return isTold ? [told, ...within] : within;
}

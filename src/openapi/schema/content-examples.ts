import { isOtherText } from '../document/media-types.ts';
import type { OpenApiDocument } from '../document/openapi-document.ts';
import type { MediaType, NamedExample } from '../model/media-type.ts';
import { shownExamples, writtenExample } from './example.ts';
import type { Direction } from './fields.ts';

/** An example of a body in one of its formats, as a page shows it. */
export interface ContentExample {
  example: NamedExample;
  mediaType: string;
  /** What it is called: `application/xml`, `A large one`; empty where it is the only one, and nothing is said of it. */
  titles: string[];
}

/** Of which formats an example is made up where the document gives none: of the first one and those that look unlike it, or of none. */
export type MadeUp = 'as needed' | 'never';

/** The examples of a body in all its formats, the first one’s first. What an earlier format has in the same words is not said again. */
export function contentExamples(
  document: OpenApiDocument,
  content: MediaType[],
  direction: Direction,
  madeUp: MadeUp = 'as needed',
): ContentExample[] {
  const told = new Set<string>();
  return content.flatMap((media, at) => {
    const { mediaType } = media;
    const examples = examplesIn(document, media, { direction, isFirst: at === 0, madeUp });
    const shown = examples
      .map((example) => ({ example, mediaType, key: keyOf(example, mediaType) }))
      .filter(({ key }) => at === 0 || !told.has(key));
    for (const { key } of shown) told.add(key);
    return shown.map(({ example }) => ({
      example,
      mediaType,
      titles: [at > 0 && mediaType, example.summary || (shown.length > 1 && example.name)].filter(isText),
    }));
  });
}

function isText(title: string | false): title is string {
  return title !== false && title !== '';
}

function examplesIn(
  document: OpenApiDocument,
  media: MediaType,
  { direction, isFirst, madeUp }: { direction: Direction; isFirst: boolean; madeUp: MadeUp },
): NamedExample[] {
  const isNeeded = madeUp === 'as needed' && (isFirst || isOtherText(media.mediaType));
  return media.examples.length > 0 || isNeeded ? shownExamples(document, media, direction) : [];
}

function keyOf({ summary, description, value, externalValue }: NamedExample, mediaType: string): string {
  const text = value === undefined ? '' : writtenExample(value, mediaType).text;
  return JSON.stringify([summary, description, text, externalValue]);
}

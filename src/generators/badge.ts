import { escapeXml } from '../text/escape.ts';

const HEIGHT = 20;
const PADDING = 6;
/** A little wider than letters of this size are in any usual face; each text is fitted to its part. */
const LETTER = 6.6;

/**
 * A badge as an SVG file: a label and what is told of it. An image cannot know how old it is, so a text that grows old has to name
 * its time, and no colour stands for a state.
 */
export function badgeSvg(label: string, text: string): string {
  const [left, right] = [label, text].map((part) => Math.ceil([...part].length * LETTER)) as [number, number];
  const [middle, width] = [left + 2 * PADDING, left + right + 4 * PADDING];
  const word = (part: string, x: number, length: number): string =>
    `<text x="${x}" y="14" textLength="${length}" lengthAdjust="spacingAndGlyphs">${escapeXml(part)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" role="img" aria-label="${escapeXml(`${label}: ${text}`)}">`,
    `<title>${escapeXml(`${label}: ${text}`)}</title>`,
    `<rect width="${width}" height="${HEIGHT}" rx="4" fill="#3f4b4a"/>`,
    `<path d="M${middle} 0h${width - middle - 4}a4 4 0 0 1 4 4v${HEIGHT - 8}a4 4 0 0 1-4 4H${middle}z" fill="#5b6867"/>`,
    '<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">',
    word(label, PADDING, left),
    word(text, middle + PADDING, right),
    '</g></svg>\n',
  ].join('');
}

import { create } from 'fontkitten';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { escapeText } from '../../text/escape.ts';
import { PICTURE } from '../reference/picture-address.ts';

/** What a picture says: of which site and section, and the page's title. */
export interface PictureText {
  site: string;
  section: string;
  title: string;
  /** The site's mark, SVG in a box of 32 × 32. */
  mark?: string;
}

const { width: WIDTH, height: HEIGHT } = PICTURE;
const MARGIN = 88;
const MARK = 84;

const require = createRequire(import.meta.url);
/** Text is drawn as outlines of the site's own typeface, so that it looks the same whatever fonts a machine has; letters it lacks are the machine's. */
const font = create(
  readFileSync(require.resolve('@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2')),
);
if (font.isCollection) throw new Error('The typeface is a collection.');
const typeface = font;

/** A line around the glyphs, in units of the typeface, makes them bolder: it is drawn at its default weight. */
const weights = { regular: 0, bold: 44 };

type Weight = keyof typeof weights;

/** A picture of 1200 × 630 pixels for places where a link to the page is shown. @see https://ogp.me/ */
export function drawPicture(text: PictureText): Promise<Buffer> {
  return sharp(Buffer.from(pictureSvg(text)))
    .png({ palette: true, colours: 64, effort: 4 })
    .toBuffer();
}

export function pictureSvg({ site, section, title, mark }: PictureText): string {
  const { size, lines } = fitTitle(title);
  const top = 350 - ((lines.length - 1) * size * 1.12) / 2;
  const titles = lines.map((line, at) => outline(line, { x: MARGIN, y: top + at * size * 1.12, size, weight: 'bold' }));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="#0a1213"/>
    <g fill="none" stroke="#1d2c2d" stroke-width="2"><circle cx="1080" cy="560" r="200"/><circle cx="1080" cy="560" r="330"/><circle cx="1080" cy="560" r="470"/></g>
    <circle cx="750" cy="560" r="9" fill="#56d4c0" opacity="0.5"/>
    ${mark === undefined ? '' : `<g transform="translate(${MARGIN} 72) scale(2)">${mark}</g>`}
    <g fill="#f2f7f6">${outline(site, { x: mark === undefined ? MARGIN : MARGIN + MARK, y: 116, size: 34, weight: 'regular' })}${titles.join('')}</g>
    <g fill="#56d4c0">${outline(section, { x: MARGIN, y: HEIGHT - 76, size: 30, weight: 'regular' })}</g>
  </svg>`;
}

/** The largest size at which the title fits on three lines; a name without spaces is cut at its dots and underscores. */
function fitTitle(title: string): { size: number; lines: string[] } {
  for (const size of [88, 76, 64, 54]) {
    const lines = wrap(title, size);
    if (lines.length <= (size > 64 ? 2 : 3)) return { size, lines };
  }
  return { size: 54, lines: wrap(title, 54).slice(0, 3) };
}

function wrap(title: string, size: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(/(?<=[\s._])/)) {
    const line = (lines.at(-1) ?? '') + word;
    if (lines.length > 0 && widthOf(line.trimEnd(), size, 'bold') <= WIDTH - 2 * MARGIN) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines.map((line) => line.trimEnd());
}

function widthOf(text: string, size: number, weight: Weight): number {
  if (!isDrawable(text)) return text.length * size;
  const units = glyphs(text).reduce((sum, glyph) => sum + glyph.advanceWidth + weights[weight] / 3, 0);
  return (units * size) / typeface.unitsPerEm;
}

function glyphs(text: string) {
  return [...text].map((character) => typeface.glyphForCodePoint(character.codePointAt(0) ?? 0));
}

/** Whether the typeface has all letters; else those of the machine must do. */
function isDrawable(text: string): boolean {
  return [...text].every((character) => typeface.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

function plainText(text: string, { x, y, size, weight }: Line): string {
  const letters = escapeText(text);
  return `<text x="${x}" y="${y}" font-family="sans-serif" font-size="${size}" font-weight="${weight}">${letters}</text>`;
}

interface Line {
  x: number;
  y: number;
  size: number;
  weight: Weight;
}

function outline(text: string, line: Line): string {
  if (!isDrawable(text)) return plainText(text, line);
  const { x, y, size, weight } = line;
  const scale = size / typeface.unitsPerEm;
  let advance = 0;
  const paths = glyphs(text).map((glyph) => {
    const path = `<path transform="translate(${advance} 0)" d="${glyph.path.toSVG()}"/>`;
    advance += glyph.advanceWidth + weights[weight] / 3;
    return path;
  });
  const stroke =
    weights[weight] > 0 ? ` stroke="#f2f7f6" stroke-width="${weights[weight]}" stroke-linejoin="round"` : '';
  return `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})"${stroke}>${paths.join('')}</g>`;
}

import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { escapeHtml } from '../../src/text/escape.ts';

/** A picture, and what it shows. */
export interface Print {
  name: string;
  png: Buffer;
}

/** Pixels of a tile, and how many stand beside each other. */
const TILE = { width: 360, height: 640, caption: 24, gap: 12 };
const COLUMNS = 6;
/** Rows of one sheet: what is taller, nobody looks at. */
const ROWS = 3;

/** Lays pictures out as sheets, each of them from its top, as far as a tile goes. */
export async function contactSheets(prints: readonly Print[]): Promise<Buffer[]> {
  const perSheet = COLUMNS * ROWS;
  const groups = Array.from({ length: Math.ceil(prints.length / perSheet) }, (_none, index) =>
    prints.slice(index * perSheet, (index + 1) * perSheet),
  );
  return Promise.all(groups.map(contactSheet));
}

async function contactSheet(prints: readonly Print[]): Promise<Buffer> {
  const [column, row] = [TILE.width + TILE.gap, TILE.height + TILE.caption + TILE.gap];
  const size = { width: COLUMNS * column + TILE.gap, height: Math.ceil(prints.length / COLUMNS) * row + TILE.gap };
  const tiles = await Promise.all(
    prints.map(async ({ name, png }, index) => {
      const [left, top] = [(index % COLUMNS) * column + TILE.gap, Math.floor(index / COLUMNS) * row + TILE.gap];
      return [
        { input: caption(name), left, top },
        { input: await tile(png), left, top: top + TILE.caption },
      ];
    }),
  );
  return sharp({ create: { ...size, channels: 3, background: '#808080' } })
    .composite(tiles.flat())
    .png()
    .toBuffer();
}

/** A phone's picture stands at its own size, a desk's is made smaller. */
async function tile(png: Buffer): Promise<Buffer> {
  const scaled = await sharp(png)
    .resize({ width: TILE.width, withoutEnlargement: true })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = scaled.info;
  return sharp(scaled.data)
    .extract({ left: 0, top: 0, width, height: Math.min(height, TILE.height) })
    .png()
    .toBuffer();
}

function caption(text: string): Buffer {
  const { width, caption: height } = TILE;
  return Buffer.from(
    `<svg width="${width}" height="${height}"><rect width="100%" height="100%" fill="#111"/><text x="8" y="17" font-family="sans-serif" font-size="14" fill="#fff">${escapeHtml(text)}</text></svg>`,
  );
}

/** Sheets of paper beside each other. */
const PAPER = { width: 420, gap: 8, columns: 4 };

/** Draws the sheets of a PDF, four in a row. Wants `pdftoppm` (poppler). */
export async function drawPdf(pdf: Buffer): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    writeFileSync(join(folder, 'page.pdf'), pdf);
    execFileSync('pdftoppm', ['-png', '-scale-to-x', `${PAPER.width}`, '-scale-to-y', '-1', 'page.pdf', 's'], {
      cwd: folder,
    });
    const files = globSync('s*.png', { cwd: folder })
      .sort()
      .map((file) => join(folder, file));
    const { height = 0 } = await sharp(files[0]).metadata();
    const [column, row] = [PAPER.width + PAPER.gap, height + PAPER.gap];
    const rows = Math.ceil(files.length / PAPER.columns);
    return await sharp({
      create: { width: PAPER.columns * column, height: rows * row, channels: 3, background: '#808080' },
    })
      .composite(
        files.map((input, index) => ({
          input,
          left: (index % PAPER.columns) * column,
          top: Math.floor(index / PAPER.columns) * row,
        })),
      )
      .png()
      .toBuffer();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

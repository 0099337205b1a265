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

/** How pictures stand beside each other: their size in pixels, and how many are in a row. What is taller, nobody looks at. */
interface Layout {
  width: number;
  height: number;
  columns: number;
  rows: number;
}
/** A phone's picture stands at its own size, a desk's at half of it, where its text can still be read. */
const PHONE: Layout = { width: 375, height: 900, columns: 6, rows: 2 };
const DESK: Layout = { width: 720, height: 900, columns: 3, rows: 2 };

const CAPTION = 24;
const GAP = 12;

/** Lays pictures out as sheets, each of them from its top, as far as a tile goes. @param width of the window they are of */
export async function contactSheets(prints: readonly Print[], width: number): Promise<Buffer[]> {
  const layout = width > PHONE.width ? DESK : PHONE;
  const perSheet = layout.columns * layout.rows;
  const groups = Array.from({ length: Math.ceil(prints.length / perSheet) }, (_none, index) =>
    prints.slice(index * perSheet, (index + 1) * perSheet),
  );
  return Promise.all(groups.map((group) => contactSheet(group, layout)));
}

async function contactSheet(prints: readonly Print[], layout: Layout): Promise<Buffer> {
  const { columns } = layout;
  const [column, row] = [layout.width + GAP, layout.height + CAPTION + GAP];
  const size = { width: columns * column + GAP, height: Math.ceil(prints.length / columns) * row + GAP };
  const tiles = await Promise.all(
    prints.map(async ({ name, png }, index) => {
      const [left, top] = [(index % columns) * column + GAP, Math.floor(index / columns) * row + GAP];
      return [
        { input: caption(name, layout), left, top },
        { input: await tile(png, layout), left, top: top + CAPTION },
      ];
    }),
  );
  return sharp({ create: { ...size, channels: 3, background: '#808080' } })
    .composite(tiles.flat())
    .png()
    .toBuffer();
}

async function tile(png: Buffer, layout: Layout): Promise<Buffer> {
  const scaled = await sharp(png)
    .resize({ width: layout.width, withoutEnlargement: true })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = scaled.info;
  return sharp(scaled.data)
    .extract({ left: 0, top: 0, width, height: Math.min(height, layout.height) })
    .png()
    .toBuffer();
}

function caption(text: string, { width }: Layout): Buffer {
  return Buffer.from(
    `<svg width="${width}" height="${CAPTION}"><rect width="100%" height="100%" fill="#111"/><text x="8" y="17" font-family="sans-serif" font-size="14" fill="#fff">${escapeHtml(text)}</text></svg>`,
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

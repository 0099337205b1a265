import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { DocumentError, loadDocument } from '../../src/openapi/document/load.ts';
import type { LoadOptions } from '../../src/openapi/document/load.ts';
import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';

/** Files by their names; the first is the document. */
export type Files = Record<string, string>;

/**
 * Writes the files of one case to a folder of their own.
 * @param afterwards When the folder is removed: after the test, unless several share it.
 * @returns the document's path
 */
export async function writeDocument(
  files: Files,
  afterwards: (remove: () => Promise<void>) => void = onTestFinished,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'document-'));
  afterwards(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return join(folder, Object.keys(files)[0] ?? '');
}

/** What a document becomes, and what is noted of it. */
export async function read(
  file: string,
  options: LoadOptions = {},
): Promise<{ document: OpenApiDocument; notes: string[] }> {
  const notes: string[] = [];
  return { document: await loadDocument(file, { ...options, warn: (line) => notes.push(line) }), notes };
}

/** The line that a document is refused with. */
export async function refusalOf(file: string, options?: LoadOptions): Promise<string> {
  const error: unknown = await loadDocument(file, options).catch((thrown: unknown) => thrown);
  if (!(error instanceof DocumentError)) throw new Error(`not refused: ${String(error)}`);
  return error.message;
}

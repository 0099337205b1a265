import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, createConfig, lint, lintDocument } from '@redocly/openapi-core';
import type { Document } from '@redocly/openapi-core';
import { parse } from 'yaml';
import { copyExact } from '../../json-text/exact-number.ts';
import { DocumentError, shown, toDocumentError } from './document-error.ts';
import { documentRules, RULES } from './document-rules.ts';
import { Faults } from './faults.ts';
import { LocalFiles } from './local-files.ts';
import { MissingParts } from './missing-parts.ts';
import type { OpenApiDocument } from './openapi-document.ts';
import { operationsLeft } from './operations-left.ts';
import type { Policies } from './policies.ts';
import { findCircle } from './ref-circle.ts';
import { isRecord } from './refs.ts';
import { placeSchemes, SchemeLinks } from './scheme-links.ts';
import { overlaid } from './overlay/overlaid-source.ts';
import { Overlay } from './overlay/overlay.ts';
import { upgradeSchemas } from './upgrade-schemas.ts';

export { DocumentError } from './document-error.ts';

/** The project's own specification and policies. */
export const SPEC_FILE = new URL('../../../spec/openapi.yaml', import.meta.url);
export const POLICIES_FILE = new URL('../../../spec/policies.yaml', import.meta.url);

export interface LoadOptions {
  /** Told, one line a kind, what is wrong in the document but can be shown. Where nobody listens, a missing part is refused. */
  warn?: (line: string) => void;
  /** Files of changes to the document, applied to its own file one after the other. */
  overlays?: readonly string[];
  /** Folders that `$ref`s may lead into, beside the document's own. */
  allow?: readonly string[];
}

/**
 * Reads an OpenAPI 3.0, 3.1 or 3.2 document (YAML or JSON, one file or many) and bundles it:
 * every `$ref` of the result is local, `#/components/…`; webhooks are kept. Nothing is asked of the network, and no file outside of
 * the document's folder is read. What is not as it should be is read as it is meant, so that every part has its shape.
 * @throws {DocumentError} when a file is missing, does not parse, is no OpenAPI 3 or says what cannot be shown
 */
export async function loadDocument(file: string | URL, options: LoadOptions = {}): Promise<OpenApiDocument> {
  const ref = resolve(toPath(file));
  const warn = options.warn ?? (() => {});
  const overlays = await Promise.all((options.overlays ?? []).map((overlay) => Overlay.read(resolve(overlay))));
  const files = new LocalFiles(ref, options.allow, (source) => overlaid(source, overlays, warn));
  const { source, parsed } = await readRoot(ref, files);
  const root = openApiRoot(ref, source.body, parsed);
  const faults = new Faults();
  try {
    // The linter first: both read the same parsed files. It mends them, and the bundler changes them.
    const missing = options.warn && new MissingParts();
    const schemes = new SchemeLinks();
    const config = await createConfig(
      { rules: RULES },
      { plugins: [documentRules(faults, root, { missing, schemes })] },
    );
    await lint({ ref, config, externalRefResolver: files });
    const added = await schemes.follow({ source, parsed: root }, files, faults);
    if (added) await lintDocument({ document: added, config, externalRefResolver: files });
    if (faults.refusals.length > 0) throw await refusalOf(faults, files);
    missing?.fill(await files.parsed(), faults);
    await files.keepDigits();
    const { bundle: bundled } = await bundle({ ref, config, externalRefResolver: files });
    for (const line of faults.notes()) options.warn?.(line);
    return finished(bundled.parsed as OpenApiDocument);
  } catch (error) {
    if (error instanceof Error && error.message === 'Self-referencing circular pointer')
      throw new DocumentError({ file: shown(ref), pointer: findCircle(root) }, 'this $ref leads back to itself');
    throw toDocumentError(ref, error);
  }
}

/** A YAML anchor makes one object of several; a plain copy is safe to change and to print. */
function finished(bundled: OpenApiDocument): OpenApiDocument {
  const copy = copyExact(bundled);
  placeSchemes(copy);
  if (!copy.openapi.startsWith('3.0')) upgradeSchemas(copy);
  return copy;
}

/** The first of what cannot be shown, and what could be shown without all of it. */
async function refusalOf({ refusals }: Faults, files: LocalFiles): Promise<DocumentError> {
  const [first, ...others] = refusals;
  if (!first) throw new Error('Nothing is refused.');
  const { left, all } = operationsLeft(await files.parsed(), refusals);
  const them =
    others.length === 0 ? 'this' : `this and ${others.length} more such ${others.length === 1 ? 'part' : 'parts'}`;
  const rest = `without ${them}, ${left} of ${all} operations could be shown`;
  const { file, pointer, line, reason } = first.error;
  return new DocumentError({ file, pointer, line }, `${reason}; ${rest}`);
}

async function readRoot(ref: string, files: LocalFiles): Promise<Document> {
  const root = await files.resolveDocument(null, ref, true).catch((error: unknown) => {
    throw toDocumentError(ref, error);
  });
  if (root instanceof Error) throw toDocumentError(ref, root);
  return root;
}

/** Reads `spec/policies.yaml`: plans, pagination, retries, key levels, scopes, limits, the error catalogue. */
export async function loadPolicies(file: string | URL = POLICIES_FILE): Promise<Policies> {
  const path = toPath(file);
  const text = await readFile(path, 'utf8');
  try {
    return parse(text) as Policies;
  } catch (error) {
    throw toDocumentError(path, error);
  }
}

function toPath(file: string | URL): string {
  return file instanceof URL || file.startsWith('file:') ? fileURLToPath(file) : file;
}

/** The file's root, if it is an OpenAPI document of a version that is supported. */
function openApiRoot(path: string, text: string, root: unknown): Record<string, unknown> {
  const file = shown(path);
  if (text.trim() === '') throw new DocumentError({ file }, 'the file is empty');
  if (!isRecord(root)) throw new DocumentError({ file }, 'holds no object, so no OpenAPI document');
  const { openapi, swagger } = root;
  // Without quotes, YAML reads 3.1 as a number.
  if (/^3\.[012]$/.test(String(openapi))) root.openapi = `${String(openapi)}.0`;
  if (/^3\.[012]\.\d+/.test(String(root.openapi))) return root;
  const key = swagger === undefined ? 'openapi' : 'swagger';
  const at = text.split('\n').findIndex((line) => new RegExp(`^[\\s{]*["']?${key}["']?\\s*:`).test(line));
  const found = root[key] === undefined ? 'there is no version' : `this is ${key} ${String(root[key])}`;
  throw new DocumentError(
    { file, pointer: `#/${key}`, line: at < 0 ? undefined : at + 1 },
    `${found}; only OpenAPI 3.0, 3.1 and 3.2 are supported`,
  );
}

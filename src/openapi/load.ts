import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, createConfig, getLineColLocation, lint } from '@redocly/openapi-core';
import type { NormalizedProblem } from '@redocly/openapi-core';
import { parse } from 'yaml';
import type { OpenApiDocument } from './document.ts';
import type { Policies } from './policies.ts';

/** The project's own specification and policies. */
export const SPEC_FILE = new URL('../../spec/openapi.yaml', import.meta.url);
export const POLICIES_FILE = new URL('../../spec/policies.yaml', import.meta.url);

/** A document that cannot be used; `message` is one line with the file, the place in it and the reason. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly file: string;
  readonly pointer: string;
  readonly line: number | undefined;
  readonly reason: string;

  constructor(place: { file: string; pointer?: string; line?: number }, reason: string) {
    const line = place.line === undefined ? '' : `:${place.line}`;
    const pointer = place.pointer && place.pointer !== '#/' ? ` at ${place.pointer}` : '';
    super(`${place.file}${line}${pointer}: ${reason}`);
    this.file = place.file;
    this.pointer = place.pointer ?? '';
    this.line = place.line;
    this.reason = reason;
  }
}

/**
 * Reads an OpenAPI 3.0 or 3.1 document (YAML or JSON, one file or many) and bundles it:
 * every `$ref` of the result is local, `#/components/…`; webhooks are kept.
 * @throws {DocumentError} when a file is missing, does not parse, is no OpenAPI 3.0/3.1 or breaks its structure
 */
export async function loadDocument(file: string | URL): Promise<OpenApiDocument> {
  const path = toPath(file);
  const config = await createConfig({ rules: { struct: 'error', 'no-unresolved-refs': 'error' } });
  const result = await bundle({ ref: path, config }).catch((error: unknown) => {
    throw toDocumentError(path, error);
  });
  const document = result.bundle.parsed as OpenApiDocument;
  refuseOtherVersions(path, document);
  const problem = [...result.problems, ...(await lint({ ref: path, config }))].find(isFatal);
  if (problem) throw fromProblem(path, problem);
  // A YAML anchor makes one object of several; a plain copy is safe to change and to print.
  return JSON.parse(JSON.stringify(document)) as OpenApiDocument;
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

/** Says a path as the reader of a terminal would: relative where the file is below the working directory. */
function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}

function refuseOtherVersions(path: string, document: OpenApiDocument): void {
  if (/^3\.[01]\.\d+/.test(document.openapi ?? '')) return;
  throw new DocumentError({ file: shown(path), pointer: '#/openapi' }, 'only OpenAPI 3.0 and 3.1 are supported');
}

/** Keywords that the version does not know are common in real documents and harm nobody, so they pass. */
function isFatal(problem: NormalizedProblem): boolean {
  return problem.severity === 'error' && !/^Property `.*` is not expected here/.test(problem.message);
}

function fromProblem(path: string, problem: NormalizedProblem): DocumentError {
  const [location] = problem.location;
  if (!location) return new DocumentError({ file: shown(path) }, problem.message);
  const { start } = getLineColLocation(location);
  const file = shown(location.source.absoluteRef);
  return new DocumentError({ file, pointer: location.pointer, line: start.line }, reasonOf(problem.message));
}

function toDocumentError(path: string, error: unknown): DocumentError {
  if (error instanceof DocumentError) return error;
  const { originalError, source, line } = error as {
    originalError?: Error;
    source?: { absoluteRef: string };
    line?: number;
  };
  const reason = reasonOf((originalError ?? (error as Error)).message);
  return new DocumentError({ file: shown(source?.absoluteRef ?? path), line }, reason);
}

/** The first line, without file and place at its end: our message begins with them. */
function reasonOf(message: string): string {
  return message.replace(/\n.*$/s, '').replace(/ in "[^"]*" \(\d+:\d+\)$/, '');
}

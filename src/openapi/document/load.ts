import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, createConfig, getLineColLocation, lint } from '@redocly/openapi-core';
import type { Document, NormalizedProblem } from '@redocly/openapi-core';
import { parse } from 'yaml';
import type { OpenApiDocument } from './openapi-document.ts';
import { documentRules } from './lint-rules.ts';
import { LocalFiles } from './local-files.ts';
import { isRecord } from './refs.ts';
import { findCircle, refAt } from './ref-problems.ts';
import type { Policies } from './policies.ts';

/** The project's own specification and policies. */
export const SPEC_FILE = new URL('../../../spec/openapi.yaml', import.meta.url);
export const POLICIES_FILE = new URL('../../../spec/policies.yaml', import.meta.url);

/** A document that cannot be used; `message` is one line with the file, the place in it and the reason. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly file: string;
  readonly pointer: string;
  readonly line: number | undefined;
  readonly reason: string;

  constructor(place: { file: string; pointer?: string | undefined; line?: number | undefined }, reason: string) {
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
 * Reads an OpenAPI 3.0 or 3.1 document (YAML or JSON, one file or many), or one of 3.2 that uses nothing new, and bundles it:
 * every `$ref` of the result is local, `#/components/…`; webhooks are kept. Nothing is asked of the network.
 * @param warn Told, one line each, what is wrong in the document but can be shown.
 * @throws {DocumentError} when a file is missing, does not parse, is no OpenAPI 3.0/3.1 or breaks its structure
 */
export async function loadDocument(file: string | URL, warn?: (line: string) => void): Promise<OpenApiDocument> {
  const ref = toPath(file);
  const externalRefResolver = new LocalFiles();
  const { source, parsed } = await readRoot(ref, externalRefResolver);
  const root = openApiRoot(ref, source.body, parsed);
  const config = await createConfig({ rules: RULES }, { plugins: [documentRules] });
  try {
    // The linter first: both read the same parsed files, and the bundler changes them.
    const problems = await lint({ ref, config, externalRefResolver });
    const fatal = problems.find(isFatal);
    if (fatal) throw await unresolved(ref, fatal, externalRefResolver);
    for (const problem of problems.filter(({ severity }) => severity === 'warn'))
      warn?.(fromProblem(ref, problem).message);
    const { bundle: bundled } = await bundle({ ref, config, externalRefResolver });
    const document = bundled.parsed as OpenApiDocument;
    // A YAML anchor makes one object of several; a plain copy is safe to change and to print.
    const copy = JSON.parse(JSON.stringify(document)) as OpenApiDocument;
    return copy.openapi.startsWith('3.2') ? { ...copy, openapi: '3.1.1' } : copy;
  } catch (error) {
    if (error instanceof Error && error.message === 'Self-referencing circular pointer')
      throw new DocumentError({ file: shown(ref), pointer: findCircle(root) }, 'this $ref leads back to itself');
    throw toDocumentError(ref, error);
  }
}

const RULES = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'document/only-3.1': 'error',
  'document/unique-operation-id': 'warn',
} as const;

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

/** Says a path as the reader of a terminal would: relative where the file is below the working directory. */
function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}

/** The file's root, if it is an OpenAPI document of a version that is supported. */
function openApiRoot(path: string, text: string, root: unknown): Record<string, unknown> {
  const file = shown(path);
  if (text.trim() === '') throw new DocumentError({ file }, 'the file is empty');
  if (!isRecord(root)) throw new DocumentError({ file }, 'holds no object, so no OpenAPI document');
  const { openapi, swagger } = root;
  if (typeof openapi === 'string' && /^3\.[012]\.\d+/.test(openapi)) return root;
  const key = swagger === undefined ? 'openapi' : 'swagger';
  const at = text.split('\n').findIndex((line) => new RegExp(`^[\\s{]*["']?${key}["']?\\s*:`).test(line));
  const found = root[key] === undefined ? 'there is no version' : `this is ${key} ${String(root[key])}`;
  throw new DocumentError(
    { file, pointer: `#/${key}`, line: at < 0 ? undefined : at + 1 },
    `${found}; only OpenAPI 3.0 and 3.1 are supported`,
  );
}

/**
 * What harms nobody and passes: keywords that the version does not know, which are common in real documents; a text that is
 * asked for but not needed; and `true` or `false` for a schema, which the linter knows within schemas only.
 */
const HARMLESS = [
  /^Property `.*` is not expected here/,
  /^The field `(?:description|version|responses|paths)` must be present/,
  /^Expected type `Schema` \(object\) but got `boolean`/,
];

function isFatal({ severity, message }: NormalizedProblem): boolean {
  return severity === 'error' && !HARMLESS.some((pattern) => pattern.test(message));
}

function fromProblem(path: string, problem: NormalizedProblem): DocumentError {
  const [location] = problem.location;
  if (!location) return new DocumentError({ file: shown(path) }, problem.message);
  const { start } = getLineColLocation(location);
  const file = shown(location.source.absoluteRef);
  return new DocumentError({ file, pointer: location.pointer, line: start.line }, reasonOf(problem.message));
}

/** The linter says where a `$ref` stands that leads nowhere, not what it says. */
async function unresolved(ref: string, problem: NormalizedProblem, files: LocalFiles): Promise<DocumentError> {
  const error = fromProblem(ref, problem);
  const [location] = problem.location;
  if (location?.pointer === undefined || !error.reason.startsWith("Can't resolve $ref")) return error;
  const document = await files.resolveDocument(null, location.source.absoluteRef, true);
  const target = 'parsed' in document ? refAt(document.parsed, location.pointer) : undefined;
  const reason = target === undefined ? error.reason : error.reason.replace('$ref', () => `$ref "${target}"`);
  return new DocumentError({ file: error.file, pointer: error.pointer, line: error.line }, reason);
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

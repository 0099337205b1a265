import { lstat, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { BaseResolver, ResolveError } from '@redocly/openapi-core';
import type { Document, Source, YamlParseError } from '@redocly/openapi-core';
import { aliasProblem } from './aliases.ts';
import { Anchors } from './anchors.ts';
import { chainProblem } from './ref-circle.ts';
import { shown } from './document-error.ts';
import { keepDigits } from './exact-numbers.ts';
import { parseJsonFile } from './parse-json.ts';
import { isRecord } from './refs.ts';
import { localise } from './self-address.ts';

const REMOTE =
  'only files of this machine are read, no addresses: save it in the folder of the document, and refer to that file';

/**
 * Reads the files of a document from its own folder, and from folders that are allowed besides: neither an address, nor a way up, nor
 * a link in the folder leads elsewhere, and nothing is asked of the network. Its anchors are `$ref`s by pointer when they are read.
 */
export class LocalFiles extends BaseResolver {
  readonly #root: string;
  readonly #allowed: readonly string[];
  readonly #change: (source: Source) => Source;
  readonly #anchors = new Anchors((base, file) => super.resolveDocument(base, file));

  /**
   * @param root The document's own file.
   * @param allowed Folders that its `$ref`s may lead into, beside its own.
   * @param change What is read in the place of the document's own file.
   */
  constructor(root: string, allowed: readonly string[] = [], change = (source: Source): Source => source) {
    super();
    this.#change = change;
    this.#root = resolve(root);
    this.#allowed = [dirname(this.#root), ...allowed];
  }

  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    try {
      if (isRemote(absoluteRef)) throw new Error(REMOTE);
      if (absoluteRef !== this.#root) await this.#checkFolder(absoluteRef);
    } catch (error) {
      throw new ResolveError(error as Error);
    }
    const source = await super.loadExternalRef(absoluteRef);
    return absoluteRef === this.#root ? this.#change(source) : source;
  }

  override parseDocument(source: Source, isRoot = false): Document {
    const json = isRoot || source.absoluteRef.endsWith('.json') ? parseJsonFile(source.body) : undefined;
    const document = json === undefined ? (super.parseDocument(source, isRoot) as Document) : { source, parsed: json };
    const problem = (json === undefined && aliasProblem(document.parsed)) || chainProblem(document.parsed);
    if (problem !== undefined) throw new ResolveError(new Error(problem));
    if (isRecord(document.parsed)) localise(document.parsed, document.source.absoluteRef);
    this.#anchors.read(document);
    return document;
  }

  override async resolveDocument<T = unknown>(
    base: string | null,
    ref: string,
    isRoot?: boolean,
  ): Promise<Document<T> | ResolveError | YamlParseError> {
    const document = await super.resolveDocument<T>(base, ref, isRoot);
    if ('parsed' in document) await this.#anchors.link(document);
    return document;
  }

  /** All files that were read, the document's own first. */
  async parsed(): Promise<Map<string, unknown>> {
    const files = new Map<string, unknown>([[this.#root, undefined]]);
    for (const { source, parsed } of await this.#documents()) files.set(source.absoluteRef, parsed);
    return files;
  }

  /** Gives the numbers of all files read so far the digits that they are written with; a linter wants plain ones. */
  async keepDigits(): Promise<void> {
    for (const { source, parsed } of await this.#documents()) keepDigits(source.body, parsed);
  }

  async #documents(): Promise<Document[]> {
    const read = [...this.getFiles()].map((file) => super.resolveDocument(null, file).catch(() => undefined));
    return (await Promise.all(read)).filter((document) => document !== undefined && 'parsed' in document);
  }

  async #checkFolder(file: string): Promise<void> {
    const real = await realpath(file);
    const folders = await Promise.all(this.#allowed.map((folder) => realpath(folder)));
    if (!folders.some((folder) => isWithin(folder, real)))
      throw new Error(`${shown(file)} is outside of the document's folder; --allow FOLDER lets it be read`);
    if (!(await lstat(real)).isFile()) throw new Error(`${shown(file)} is no file`);
  }
}

function isWithin(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '' && !isAbsolute(way) && way.split(/[\\/]/)[0] !== '..';
}

function isRemote(ref: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(ref);
}

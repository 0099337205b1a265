import { relative } from 'node:path';

/** Where in a document something stands. */
export interface Place {
  file: string;
  /** JSON Pointer in the file. */
  pointer?: string | undefined;
  line?: number | undefined;
}

/** A document that cannot be used; `message` is one line with the file, the place in it and the reason. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly file: string;
  readonly pointer: string;
  readonly line: number | undefined;
  readonly reason: string;

  constructor(place: Place, reason: string) {
    super(`${placeText(place)}: ${reason}`);
    this.file = place.file;
    this.pointer = place.pointer ?? '';
    this.line = place.line;
    this.reason = reason;
  }
}

/** `api.yaml:12 at #/paths/~1pets/get` */
export function placeText({ file, line, pointer }: Place): string {
  return `${file}${line === undefined ? '' : `:${line}`}${pointer && pointer !== '#/' ? ` at ${pointer}` : ''}`;
}

/** Says a path as the reader of a terminal would: relative where the file is below the working directory. */
export function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}

/** Whether something was nested deeper than the stack reaches. */
export function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}

/** @param path Of the file that was read, where the error does not name one. */
export function toDocumentError(path: string, error: unknown): DocumentError {
  if (error instanceof DocumentError) return error;
  const { originalError, source, line } = error as {
    originalError?: Error;
    source?: { absoluteRef: string };
    line?: number;
  };
  const reason = isTooDeep(error)
    ? 'its parts lead to each other too deeply'
    : reasonOf((originalError ?? (error as Error)).message);
  return new DocumentError({ file: shown(source?.absoluteRef ?? path), line }, reason);
}

/** The first line, without file and place at its end: our message begins with them. */
export function reasonOf(message: string): string {
  return message.replace(/\n.*$/s, '').replace(/ in "[^"]*" \(\d+:\d+\)$/, '');
}

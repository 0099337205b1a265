/** The body that the options of a curl command make. @see https://curl.se/docs/manpage.html#-d */
import type { PastedBody, PastedPart, PastedRequest } from './pasted-request.ts';
import type { Word } from './shell-words.ts';

const DATA = new Set(['data', 'data-ascii', 'data-binary', 'data-raw', 'data-urlencode', 'json']);

export class CurlBody {
  /** Whether it is a file of `--upload-file`, which is sent by PUT. */
  isUpload = false;
  readonly #left: string[];
  /** Pieces of the data; those of `--json` follow each other without a sign between them. */
  #data: string | undefined;
  #isJson = false;
  readonly #parts: PastedPart[] = [];
  #file: string | undefined;

  constructor(left: string[]) {
    this.#left = left;
  }

  /** Whether the option is one of a body; then it is taken. */
  take(name: string, word: Word, written: string): boolean {
    if (DATA.has(name)) this.#takeData(name, word, written);
    else if (name === 'form' || name === 'form-string') this.#takePart(name, word);
    else if (name === 'upload-file') {
      this.isUpload = true;
      this.#file = word.text;
    } else return false;
    const [open] = word.open;
    if (open !== undefined) this.#left.push(`${open} stands in the body as it was written: only your shell knows it.`);
    return true;
  }

  /** The data, which then is no body: `--get` puts it into the address. */
  takeData(): string | undefined {
    const data = this.#data;
    this.#data = undefined;
    return data;
  }

  content(): PastedBody | undefined {
    if (this.#parts.length > 0) return { kind: 'parts', parts: this.#parts };
    if (this.#file !== undefined) return { kind: 'file', name: this.#file };
    return this.#data === undefined ? undefined : { kind: 'text', text: this.#data };
  }

  /** Those that curl adds by itself. */
  headers(): PastedRequest['headers'] {
    if (this.#data === undefined || this.#parts.length > 0) return [];
    if (!this.#isJson) return [['Content-Type', 'application/x-www-form-urlencoded']];
    return [
      ['Content-Type', 'application/json'],
      ['Accept', 'application/json'],
    ];
  }

  /** `name=text` with its text encoded, as `--data-urlencode` has it. */
  encoded(text: string): string {
    const [, name, content = text] = /^([^=@]*)=([\s\S]*)$/.exec(text) ?? [];
    const encodedText = encodeURIComponent(content).replace(
      /[!'()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
    return name ? `${name}=${encodedText}` : encodedText;
  }

  #takeData(name: string, { text }: Word, written: string): void {
    const isEncoded = name === 'data-urlencode';
    const file = isEncoded
      ? /^[^=@]*@(.*)$/s.exec(text)?.[1]
      : name === 'data-raw'
        ? undefined
        : /^@(.*)$/s.exec(text)?.[1];
    if (file !== undefined) {
      this.#left.push(`${written} sends the file ${file}, which no page can read: paste its text as the body.`);
      if (name === 'data-binary') this.#file = file;
      this.#isJson ||= name === 'json';
      return;
    }
    const piece = isEncoded ? this.encoded(text) : text;
    const separator = name === 'json' && this.#isJson ? '' : '&';
    this.#isJson ||= name === 'json';
    this.#data = this.#data === undefined ? piece : this.#data + separator + piece;
  }

  #takePart(option: string, { text }: Word): void {
    const at = text.indexOf('=');
    if (at === -1) return void this.#left.push(`The part ${text} has no “=”, and is passed over.`);
    const name = text.slice(0, at);
    const content = text.slice(at + 1);
    this.#parts.push(option === 'form-string' ? { name, text: content } : { name, ...partOf(content) });
  }
}

/** `@photo.png;type=image/png`, `"a;b";type=text/plain`, `plain text`. A semicolon ends a text without quotes. @see https://curl.se/docs/manpage.html#-F */
function partOf(content: string): Omit<PastedPart, 'name'> {
  const isFile = /^[@<]/.test(content);
  const rest = isFile ? content.slice(1) : content;
  const [whole = '', quoted, plain = ''] = /^"((?:[^"\\]|\\[\s\S])*)"|^([^;]*)/.exec(rest) ?? [];
  const value = quoted === undefined ? plain : quoted.replace(/\\(["\\])/g, '$1');
  const options = rest.slice(whole.length);
  const type = /;\s*type=([^;]+(?:;\s*(?!type=|filename=|headers=|encoder=)[^;]+)*)/.exec(options)?.[1]?.trim();
  const fileName = /;\s*filename=(?:"((?:[^"\\]|\\.)*)"|([^;]*))/.exec(options);
  const typed = type === undefined ? {} : { type };
  if (!isFile) return { text: value, ...typed };
  return { file: fileName?.[1] ?? fileName?.[2] ?? value, ...typed };
}

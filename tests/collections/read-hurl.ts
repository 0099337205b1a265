/** Reads the requests of a Hurl file, as its grammar has them, as far as ours are written. @see https://hurl.dev/docs/grammar.html */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface HurlPart {
  name: string;
  value?: string;
  file?: string;
  type?: string;
}

export interface HurlRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  form?: [name: string, value: string][];
  parts?: HurlPart[];
  /** As it is sent. */
  text?: string;
}

/** @param folder where the files of its bodies lie @throws at what the grammar does not know */
export function readHurl(source: string, variables: Readonly<Record<string, string>>, folder: string): HurlRequest[] {
  return source
    .split(/\n\n(?=#)/)
    .slice(1)
    .map((entry) => readEntry(entry, variables, folder));
}

function readEntry(entry: string, variables: Readonly<Record<string, string>>, folder: string): HurlRequest {
  const fill = (text: string) =>
    text.replace(/\{\{([^}]*)\}\}/g, (_, name: string) => {
      const value = variables[name];
      if (value === undefined) throw new Error(`No variable ${name}`);
      return value;
    });
  const [, request = ''] = /^(?:#.*\n)+([^]*?)(?:\nHTTP (?:\*|\d+)(?:\n[^]*)?)?$/.exec(entry.trimEnd()) ?? [];
  const [line = '', ...rest] = request.split('\n');
  const [, method = '', url = ''] = /^([A-Z]+) (\S+)$/.exec(line) ?? [];
  if (url === '') throw new Error(`No request line: ${line}`);
  const headers: Record<string, string> = {};
  while (/^[A-Za-z-]+: /.test(rest[0] ?? '')) {
    const [name = '', value] = keyValue(rest.shift() ?? '');
    headers[name.toLowerCase()] = fill(value);
  }
  const read = { method, url: fill(url), headers };
  const [section, ...lines] = rest;
  if (section === '[Form]') return { ...read, form: lines.map(keyValue).map(([name, value]) => [name, fill(value)]) };
  if (section === '[Multipart]') return { ...read, parts: lines.map((part) => partOf(part, fill)) };
  return section === undefined ? read : { ...read, text: bodyText(rest.join('\n'), fill, folder) };
}

function partOf(line: string, fill: (text: string) => string): HurlPart {
  const [, key = '', file, type] = /^(.*?): file,([^;]*); ?(.*)$/.exec(line) ?? [];
  if (file !== undefined) return { name: decoded(key), file: decoded(file), ...(type && { type }) };
  const [name, value] = keyValue(line);
  return { name, value: fill(value) };
}

function bodyText(body: string, fill: (text: string) => string, folder: string): string {
  const [, lines] = /^```\n([^]*)```$/.exec(body) ?? [];
  if (lines !== undefined && !lines.includes('```')) return fill(lines);
  const [, line] = /^`([^`\n]*)`$/.exec(body) ?? [];
  if (line !== undefined) return decoded(fill(line));
  const [, file] = /^file,([^;]+);$/.exec(body) ?? [];
  if (file !== undefined) return readFileSync(join(folder, decoded(file)), 'utf8');
  const json = fill(body);
  JSON.parse(json);
  return json;
}

/** A key of letters, digits and few signs, anything else escaped; a value up to a comment. */
function keyValue(line: string): [name: string, value: string] {
  const [, key, value = ''] = /^((?:[\p{L}\p{N}_.$@[\]-]|\\u\{[\da-f]+\})+): ?([^#]*)$/u.exec(line) ?? [];
  if (key === undefined || key.startsWith('[')) throw new Error(`No key and value: ${line}`);
  return [decoded(key), decoded(value.trim())];
}

function decoded(text: string): string {
  if (/\\(?!u\{)/.test(text)) throw new Error(`An escape that is not written here: ${text}`);
  return text.replace(/\\u\{([\da-f]+)\}/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
}

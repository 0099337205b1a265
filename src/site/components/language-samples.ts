import { languages, type LanguageId } from '../../generators/samples/languages.ts';
import type { SampleRequest } from '../../generators/samples/request.ts';
import { escapeHtml } from '../../text/escape.ts';
import { highlight } from '../reference/html/highlight.ts';
import { changedLines } from './changed-lines.ts';
import type { HighlightedCode } from './changed-lines.ts';
import { markNotedLines } from './noted-lines.ts';

/** A file as it is offered for copying. */
export interface SampleFile {
  title: string;
  code: string;
  /** What it was before: the change is shown. */
  before?: string | undefined;
  /** By note below the block, words of the lines that it is about. */
  notes?: readonly (readonly string[])[] | undefined;
}

export interface LanguageSample {
  id: LanguageId;
  label: string;
  /** The file's name, of a file. */
  title: string | undefined;
  /** Attributes of what is shown in this language only: `code-in-languages.css` does that. */
  mark: Record<string, string>;
  /** A `<pre>` with these attributes. */
  html: string;
}

/** A request in every language. In Markdown the first stands for all. @param before what it was: the change is shown */
export function requestSamples(request: SampleRequest, before?: SampleRequest): LanguageSample[] {
  return samplesOf((_, print) => ({ code: print(request), before: before && print(before) }), true);
}

/** Files, one a language. */
export function fileSamples(files: Partial<Record<LanguageId, SampleFile>>): LanguageSample[] {
  return samplesOf((id) => files[id], false);
}

function samplesOf(
  read: (id: LanguageId, print: (request: SampleRequest) => string) => Partial<SampleFile> | undefined,
  isFirstEnough: boolean,
): LanguageSample[] {
  const found = languages.flatMap(({ print, ...language }) => {
    const file = read(language.id, print);
    return file ? [{ ...language, ...file }] : [];
  });
  return found.map(({ id, label, grammar, title, code = '', before, notes = [] }, index) => {
    const mark = { 'data-sample': id, ...(index === 0 && { 'data-first': '' }) };
    const attributes = {
      ...mark,
      'data-language': grammar === 'shellscript' ? 'bash' : grammar,
      ...(title !== undefined && { 'data-title': title }),
      ...(isFirstEnough && index > 0 && { 'data-markdown-ignore': '' }),
    };
    // By classes, which are a third of the weight of styles: a page of many samples in six languages has to stay light.
    const text = code.trim();
    const shown = { code: text, html: markNotedLines(highlight(text, grammar).text, text, notes) };
    const html = before === undefined ? shown.html : changedLines(highlighted(before.trim(), grammar), shown);
    return { id, label, title, mark, html: withAttributes(html, attributes) };
  });
}

function highlighted(code: string, grammar: string): HighlightedCode {
  return { code, html: highlight(code, grammar).text };
}

/** A `<pre>` with more attributes. */
function withAttributes(pre: string, attributes: Readonly<Record<string, string>>): string {
  const words = Object.entries(attributes).map(([name, value]) => `${name}="${escapeHtml(value)}"`);
  return pre.replace(/^<pre(?= )/, () => `<pre ${words.join(' ')}`);
}

/** The languages that are not among them, for the attribute `data-lacks`. */
export function lackingLanguages(samples: readonly LanguageSample[]): string {
  return languages
    .filter(({ id }) => !samples.some((sample) => sample.id === id))
    .map(({ id }) => id)
    .join(' ');
}

import { codeToHtml } from 'shiki';
import { languages, type LanguageId } from '../../generators/samples/languages.ts';
import type { SampleRequest } from '../../generators/samples/request.ts';
import { codeTheme } from '../code-blocks.ts';

/** A file as it is offered for copying. */
export interface SampleFile {
  title: string;
  code: string;
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

/** A request in every language. In Markdown the first stands for all. */
export function requestSamples(request: SampleRequest): Promise<LanguageSample[]> {
  return samplesOf((_, print) => ({ code: print(request) }), true);
}

/** Files, one a language. */
export function fileSamples(files: Partial<Record<LanguageId, SampleFile>>): Promise<LanguageSample[]> {
  return samplesOf((id) => files[id], false);
}

function samplesOf(
  read: (id: LanguageId, print: (request: SampleRequest) => string) => Partial<SampleFile> | undefined,
  isFirstEnough: boolean,
): Promise<LanguageSample[]> {
  const found = languages.flatMap(({ print, ...language }) => {
    const file = read(language.id, print);
    return file ? [{ ...language, ...file }] : [];
  });
  return Promise.all(
    found.map(async ({ id, label, grammar, title, code = '' }, index) => {
      const mark = { 'data-sample': id, ...(index === 0 && { 'data-first': '' }) };
      const attributes = {
        ...mark,
        tabindex: '0',
        'data-language': grammar === 'shellscript' ? 'bash' : grammar,
        'data-title': title,
        ...(isFirstEnough && index > 0 && { 'data-markdown-ignore': '' }),
        style: undefined,
      };
      const html = await codeToHtml(code.trim(), {
        lang: grammar,
        theme: codeTheme,
        transformers: [{ pre: (pre) => void Object.assign(pre.properties, attributes) }],
      });
      return { id, label, title, mark, html };
    }),
  );
}

/** The languages that are not among them, for the attribute `data-lacks`. */
export function lackingLanguages(samples: readonly LanguageSample[]): string {
  return languages
    .filter(({ id }) => !samples.some((sample) => sample.id === id))
    .map(({ id }) => id)
    .join(' ');
}

/** Keeps the page's own samples in step with the form: same place, same frame, only the code is replaced. */
import type { LanguageId } from '../../generators/samples/languages.ts';
import type { SampleRequest } from '../../generators/samples/request.ts';
import { colourRuns } from './tokens.ts';
import type { Language } from './tokens.ts';

const grammars: Partial<Record<LanguageId, Language>> = { curl: 'shell', javascript: 'javascript' };

/** The latest request of each column; what is printed late must not overwrite it. */
const latest = new WeakMap<Element, SampleRequest>();

/**
 * Prints a request into the samples of a column. The printers are a chunk of their own: the form does not wait for them.
 * @param column Holds figures marked `data-language="curl"`, each with one `code` in it.
 */
export async function showSamples(column: Element, request: SampleRequest): Promise<void> {
  latest.set(column, request);
  const { languages } = await import('../../generators/samples/languages.ts');
  if (latest.get(column) !== request) return;
  for (const { id, print } of languages) {
    const code = column.querySelector(`figure[data-language="${id}"] code`);
    const text = print(request);
    if (code && code.textContent !== text) code.replaceChildren(...nodesOf(text, grammars[id] ?? 'other'));
  }
}

function nodesOf(text: string, language: Language): (Node | string)[] {
  return colourRuns(text, language).map(({ className, text: piece }) => {
    if (className === '') return piece;
    const span = document.createElement('span');
    span.className = className;
    span.textContent = piece;
    return span;
  });
}

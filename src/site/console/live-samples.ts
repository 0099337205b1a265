/** Keeps the page's own samples in step with the form: same place, same frame, only the code is replaced. */
import { curl } from '../../generators/samples/curl.ts';
import { javascript } from '../../generators/samples/javascript.ts';
import type { Sample, SampleRequest } from '../../generators/samples/request.ts';
import { colourRuns } from './tokens.ts';
import type { Language } from './tokens.ts';

const printers: Record<string, { print: Sample; language: Language }> = {
  curl: { print: curl, language: 'shell' },
  javascript: { print: javascript, language: 'javascript' },
};

/** @param column Holds figures marked `data-language="curl"`, each with one `code` in it. */
export function showSamples(column: Element, request: SampleRequest): void {
  for (const figure of column.querySelectorAll<HTMLElement>('figure[data-language]')) {
    const printer = printers[figure.dataset.language ?? ''];
    const code = figure.querySelector('code');
    if (!printer || !code) continue;
    const text = printer.print(request);
    if (code.textContent !== text) code.replaceChildren(...nodesOf(text, printer.language));
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

/** The chunk that is fetched with the first change: it prints a call as code, in every language. */
import { languages } from '../../../generators/samples/languages.ts';
import type { LanguageId } from '../../../generators/samples/languages.ts';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { RequestInput } from '../request/input/request-input.ts';
import { requestOf } from '../request/make-request.ts';
import { colouredNodes } from '../../ui/colour-runs.ts';
import type { Language } from '../../ui/colour-runs.ts';

const grammars: Partial<Record<LanguageId, Language>> = { curl: 'shell', javascript: 'javascript' };

/** Replaces the code in a column's samples; their frames stay. */
export function printSamples(column: Element, operation: BundledOperation, call: RequestInput, server: string): void {
  const request = requestOf(operation, call, server);
  for (const { id, print } of languages) {
    const code = column.querySelector(`figure[data-language="${id}"] code`);
    const text = print(request);
    if (code && code.textContent !== text) code.replaceChildren(...colouredNodes(text, grammars[id] ?? 'other'));
  }
}

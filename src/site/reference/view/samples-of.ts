import { languages } from '../../../generators/samples/languages.ts';
import { sampleRequest } from '../../../generators/samples/sample-request.ts';
import { bundleOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { codeSamplesOf } from '../../../openapi/model/code-samples.ts';
import type { Operation } from '../../../openapi/model/operations.ts';
import type { Reference } from '../model.ts';

/** The request of an operation as code. */
export interface SampleCode {
  /** `given-1` of one that the document brings along, `curl` of one that is printed. */
  id: string;
  label: string;
  /** Grammar that highlights it. */
  grammar: string;
  code: string;
}

/** What the document brings along. */
export function givenSamples({ extensions }: Operation): SampleCode[] {
  const labels = languages.map(({ label }) => label);
  return codeSamplesOf(extensions, labels).map(({ label, language, code }, index) => ({
    id: `given-${index + 1}`,
    label,
    grammar: language.toLowerCase(),
    code,
  }));
}

/** One for each language. */
export function printedSamples({ document, options, secretVariable }: Reference, operation: Operation): SampleCode[] {
  const request = sampleRequest(bundleOperation(document, operation), { secretVariable });
  return options.languages.flatMap((id) => {
    const language = languages.find((candidate) => candidate.id === id);
    if (!language) return [];
    const { label, grammar, print } = language;
    return [{ id, label, grammar, code: print(request) }];
  });
}

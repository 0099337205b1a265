import { languages } from '../../../generators/samples/languages.ts';
import { sampleRequest } from '../../../generators/samples/sample-request.ts';
import { bundleOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { codeSamplesOf } from '../../../openapi/model/code-samples.ts';
import type { OpenApiDocument } from '../../../openapi/document/openapi-document.ts';
import type { Operation } from '../../../openapi/model/operations.ts';
import type { Reference } from '../model.ts';
import type { LibrarySample, LibrarySamples } from '../options.ts';

/** The request of an operation as code. */
export interface SampleCode {
  /** `given-1` of one that the document brings along, `curl` of one that is printed. */
  id: string;
  label: string;
  /** Grammar that highlights it. */
  grammar: string;
  code: string;
  /** The same call by a client library. */
  byLibrary?: Omit<LibrarySample, 'language'>;
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

const librarySamples = new WeakMap<OpenApiDocument, LibrarySamples>();

function byLibraries({ document, options }: Reference, operation: Operation): LibrarySample[] {
  if (!options.libraries) return [];
  const known = librarySamples.get(document) ?? options.libraries(document);
  librarySamples.set(document, known);
  return known(operation);
}

/** One for each language. */
export function printedSamples(reference: Reference, operation: Operation): SampleCode[] {
  const { document, options, secretVariable } = reference;
  const libraries = byLibraries(reference, operation);
  const request = sampleRequest(bundleOperation(document, operation), { secretVariable });
  return options.languages.flatMap((id) => {
    const language = languages.find((candidate) => candidate.id === id);
    if (!language) return [];
    const { label, grammar, print } = language;
    const byLibrary = libraries.find((sample) => sample.language === id);
    return [{ id, label, grammar, code: print(request), ...(byLibrary && { byLibrary }) }];
  });
}

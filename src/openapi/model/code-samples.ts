import type { Extensions } from '../document/extensions.ts';
import { isRecord } from '../document/refs.ts';

/** A request as code, as the document itself writes it. */
export interface CodeSample {
  /** `SDK`, or the language. */
  label: string;
  /** As the document calls it: `Python`. */
  language: string;
  code: string;
}

/**
 * The samples that a document brings along, by the extension that most tools know.
 * @param others Labels that stand beside them: one that is the same tells where it comes from.
 * @see https://redocly.com/docs-legacy/api-reference-docs/specification-extensions/x-code-samples
 */
export function codeSamplesOf(extensions: Extensions, others: readonly string[] = []): CodeSample[] {
  const given = extensions['x-codeSamples'] ?? extensions['x-code-samples'];
  const taken = new Set(others.map((label) => label.toLowerCase()));
  return (Array.isArray(given) ? (given as unknown[]) : []).flatMap((sample) => {
    if (!isRecord(sample) || typeof sample.source !== 'string') return [];
    const language = typeof sample.lang === 'string' ? sample.lang : 'text';
    const label = typeof sample.label === 'string' && sample.label !== '' ? sample.label : language;
    return [{ label: taken.has(label.toLowerCase()) ? `${label} (provided)` : label, language, code: sample.source }];
  });
}

import { languages } from '../../src/generators/samples/languages.ts';
import type { LanguageId } from '../../src/generators/samples/languages.ts';
import type { SampleRuns } from '../../src/site/quality/quality-report.ts';

/** What is used of vitest's report. */
interface Report {
  testResults: { assertionResults: { ancestorTitles: string[]; status: string }[] }[];
}

/** Suites of samples name the language that they are in, or a file of it. */
const OF_LANGUAGE = /\b(?:in|for|with) (\w+)(?: survives)?$/;
const OF_FILE = /[\w-]\.(js|py|php|rb|go)\b/;
const EXTENSIONS: Readonly<Record<string, LanguageId>> = {
  js: 'javascript',
  py: 'python',
  php: 'php',
  rb: 'ruby',
  go: 'go',
};

/** How many tests have run code of each language, by the titles of their suites. */
export function sampleRuns(report: unknown): SampleRuns {
  const passed = (report as Report).testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed');
  const byLanguage = Map.groupBy(passed, ({ ancestorTitles }) => languageOf(ancestorTitles));
  return {
    languages: languages.flatMap(({ id, label }) => {
      const count = byLanguage.get(id)?.length ?? 0;
      return count === 0 ? [] : { language: label, passed: count };
    }),
  };
}

function languageOf(titles: readonly string[]): LanguageId | undefined {
  const named = titles.flatMap((title) => {
    const [, extension = ''] = OF_FILE.exec(title) ?? [];
    return EXTENSIONS[extension] ?? OF_LANGUAGE.exec(title)?.[1]?.toLowerCase() ?? [];
  });
  return languages.find(({ id, label }) => named.some((name) => name === id || name === label.toLowerCase()))?.id;
}

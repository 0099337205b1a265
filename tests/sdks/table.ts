import type { Verdict } from './judge.ts';

const SIGNS = { passed: '✓', failed: '✗', skipped: '–' } as const;

/** Language × scenario, as text. */
export function tableOf(names: readonly string[], verdicts: ReadonlyMap<string, ReadonlyMap<string, Verdict>>): string {
  const languages = [...verdicts.keys()];
  const width = Math.max(0, ...names.map((name) => name.length));
  const cell = (language: string, name: string): string => {
    const outcome = verdicts.get(language)?.get(name)?.outcome;
    return (outcome ? SIGNS[outcome] : ' ').padEnd(language.length);
  };
  return [
    `${''.padEnd(width)}  ${languages.join('  ')}`,
    ...names.map((name) => `${name.padEnd(width)}  ${languages.map((language) => cell(language, name)).join('  ')}`),
  ].join('\n');
}

import { join } from 'node:path';
import { root } from '../../scripts/paths.ts';
import { runners } from '../../tests/sdks/runners.ts';
import type { Runner } from '../../tests/sdks/runners.ts';
import type { Generated } from './generate.ts';

export const LANGUAGES = ['node', 'python', 'php', 'ruby'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A client of one language: ours, or what else its users could take. */
export interface Contestant {
  readonly language: Language;
  /** As a column is called. */
  readonly name: string;
  readonly isOurs: boolean;
  readonly runner: Runner;
}

const LABELS: Readonly<Record<Language, string>> = { node: 'Node', python: 'Python', php: 'PHP', ruby: 'Ruby' };

/** Of each language ours first. */
export function contestants({ redocly, heyApi }: Generated): Contestant[] {
  const others: [Language, string, string[]][] = [
    ['node', 'Redocly', ['redocly.ts', join(redocly, 'client.mjs')]],
    ['node', 'hey-api', ['hey-api.ts', join(heyApi, 'all.mjs')]],
    ['python', 'Redocly', ['redocly.py', join(redocly, 'client.py')]],
    ['php', 'Redocly', ['redocly.php', join(redocly, 'client.php')]],
    ['ruby', 'net/http', ['net-http.rb']],
  ];
  const ours = runners();
  return LANGUAGES.flatMap((language) => {
    const own = ours.find((runner) => runner.language === language);
    if (!own) throw new Error(`There is no runner for ${language}`);
    const [program] = own.command;
    const peers = others.filter(([of]) => of === language);
    return [
      { language, name: LABELS[language], isOurs: true, runner: own },
      ...peers.map(([, name, [file = '', ...args]]): Contestant => {
        const command: Runner['command'] = [program, join(root, 'bench/sdks/runners', file), ...args];
        return { language, name: `${LABELS[language]}: ${name}`, isOurs: false, runner: { language, command } };
      }),
    ];
  });
}

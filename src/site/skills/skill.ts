/** What an agent can be taught of this API: texts with code that runs, found at a well-known address. */
import { parse } from 'yaml';

export interface Skill {
  /** Also the name of its folder. */
  readonly name: string;
  /** What it is for, and when. */
  readonly description: string;
  /** `SKILL.md`, as it is published. */
  readonly text: string;
}

/**
 * Reads a skill: its places for files of the repository, `{{file PATH}}`, and for the address of the site, `{{site}}`, are filled.
 *
 * @param readFile gives the text of a file by its path below the root
 * @throws where its head lacks what the format asks for
 * @see https://agentskills.io/specification
 */
export function readSkill(source: string, site: string, readFile: (path: string) => string): Skill {
  const [, head = ''] = /^---\n([\s\S]*?)\n---\n/.exec(source) ?? [];
  const { name, description } = parse(head) as Partial<Record<string, unknown>>;
  if (typeof name !== 'string' || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) || name.length > 64)
    throw new Error(`A skill’s name has to be words of small letters, with hyphens between: ${String(name)}`);
  if (typeof description !== 'string' || description.length > 1024)
    throw new Error(`The description of the skill ${name} has to be a text of 1,024 characters at most.`);
  const text = source
    .replaceAll('{{site}}', site)
    .replaceAll(/^\{\{file (\S+)\}\}$/gm, (_, path: string) => readFile(path).trimEnd());
  return { name, description, text };
}

/** Where a skill stands. */
export const skillAddress = ({ name }: Pick<Skill, 'name'>): string => `/.well-known/agent-skills/${name}/SKILL.md`;

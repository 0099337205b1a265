import { root } from 'astro:config/server';
import { globSync, readFileSync } from 'node:fs';
import { readSkill } from './skill.ts';
import type { Skill } from './skill.ts';

const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** All skills, by name. */
export function skills(site: URL): Skill[] {
  return globSync('content/skills/*.md', { cwd: root })
    .toSorted()
    .map((file) => readSkill(read(file.replaceAll('\\', '/')), site.origin, read));
}

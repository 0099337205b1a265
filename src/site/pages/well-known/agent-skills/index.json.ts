import type { APIRoute } from 'astro';
import { createHash } from 'node:crypto';
import { skillAddress } from '../../../skills/skill.ts';
import { skills } from '../../../skills/skills.ts';

/**
 * What agents can be taught here, each with the digest of its file.
 *
 * @see https://github.com/cloudflare/agent-skills-discovery-rfc
 */
export const GET: APIRoute = ({ site = new URL('http://localhost') }) => {
  const index = {
    $schema: 'https://schemas.agentskills.io/discovery/0.2.0/schema.json',
    skills: skills(site).map((skill) => ({
      name: skill.name,
      type: 'skill-md',
      description: skill.description,
      url: skillAddress(skill),
      digest: `sha256:${createHash('sha256').update(skill.text).digest('hex')}`,
    })),
  };
  return new Response(`${JSON.stringify(index, null, 2)}\n`, { headers: { 'Content-Type': 'application/json' } });
};

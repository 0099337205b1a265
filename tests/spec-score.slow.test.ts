import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SPEC_FILE } from '../src/openapi/document/load.ts';
import { root } from '../scripts/paths.ts';

test("Redocly's score of the specification does not fall", () => {
  const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js');
  const { stdout } = spawnSync(process.execPath, [cli, 'score', fileURLToPath(SPEC_FILE), '--format', 'json'], {
    cwd: root,
    encoding: 'utf8',
  });
  const { agentReadiness, discoverability, subscores } = JSON.parse(stdout) as {
    agentReadiness: number;
    discoverability: number;
    subscores: Record<string, number>;
  };
  expect(agentReadiness).toBeGreaterThanOrEqual(82);
  expect(discoverability).toBeGreaterThanOrEqual(97);
  expect(subscores).toMatchObject({ documentationQuality: 1, errorClarity: 1, identifierClarity: 1 });
});

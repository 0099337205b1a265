/** What would be deployed, without a network: the configuration as wrangler reads it, and the worker that it makes. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deploy, hasDeployTool } from '../../scripts/edge/deploy.ts';
import { Engine } from '../../scripts/edge/engine.ts';
import { edgeTools, hasEdgeTools } from '../../scripts/edge/tools.ts';
import { root } from '../../scripts/paths.ts';

const isThere = process.env['CI'] !== undefined || (hasDeployTool() && hasEdgeTools());
beforeEach(({ skip }) => skip(!isThere, 'wrangler is not installed: `npm run deploy -- --dry-run` gets it'));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deploy-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(
  'wrangler takes the configuration, and workerd runs the worker that it makes of it',
  { timeout: 180_000 },
  async () => {
    const site = join(folder, 'site');
    const program = join(folder, 'program');
    mkdirSync(site);
    writeFileSync(join(site, 'index.html'), '<h1>Site</h1>');
    writeFileSync(join(site, '_headers'), '/*\n  X-Frame-Options: DENY\n');
    const { code, output } = await deploy(['--dry-run', '--outdir', program, '--assets', site], 'pipe');
    expect(output).not.toMatch(/warning/i);
    expect(code, output).toBe(0);
    expect(output).toMatch(/OBJECTS.*SandboxObject/);

    copyFileSync(join(root, 'edge/config.capnp'), join(program, 'config.capnp'));
    const { workerd } = await edgeTools();
    const engine = await Engine.start({ workerd, program, data: join(folder, 'data'), port: 0, isLoud: false });
    const headers = { Authorization: 'Bearer sk_test_mycompany' };
    expect((await fetch(`${engine.url}/v1/operators`, { headers })).status).toBe(200);
    await engine.stop();
  },
);

/** The library for Node once the API has grown: what is then printed compiles, and can be called. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { sdkModel } from '../../src/generators/sdk/model.ts';
import { printNode } from '../../src/generators/sdk/node/print.ts';
import type { OpenApiDocument, SchemaObject } from '../../src/openapi/document/openapi-document.ts';
import { loadDocument, loadPolicies, SPEC_FILE } from '../../src/openapi/document/load.ts';

/** An operation, a field, a value of an enum and an event more. */
function grow({ paths = {}, webhooks = {}, components }: OpenApiDocument): void {
  const list = {
    ...paths['/operators/{id}/assignments']?.get,
    operationId: 'listBadges',
    'x-sdk-method': 'badges.list',
  };
  paths['/badges/{id}'] = { ...paths['/operators/{id}/assignments'], get: list };
  const created = webhooks['contact.created'] as { post: Record<string, unknown> };
  webhooks['badge.given'] = { post: { ...created.post, operationId: 'onBadgeGiven' } };
  const { Contact, ConversationStatus } = components?.schemas as Record<string, SchemaObject>;
  if (Contact?.properties) Contact.properties['else'] = { type: ['string', 'null'], description: 'Ends a comment: */' };
  ConversationStatus?.enum?.push("it's snoozed");
}

const program = `import { Orbinto } from './src/orbinto.ts';
import { WebhookRouter } from './src/webhooks.ts';
export async function calls(orbinto: Orbinto, router: WebhookRouter): Promise<unknown> {
  router.on('badge.given', (event) => event.data.email);
  for await (const badge of orbinto.badges.list('bdg_1', { status: "it's snoozed" })) return badge.operator_id;
  const nothing: string | null | undefined = (await orbinto.contacts.get('con_1')).else;
  return nothing;
}
`;

test('a grown document gives a library that compiles, with nothing unused', async () => {
  const document = structuredClone(await loadDocument(SPEC_FILE));
  grow(document);
  const folder = mkdtempSync(join(tmpdir(), 'orbinto-growth-'));
  try {
    cpSync(join(root, 'sdks/node/src'), join(folder, 'src'), { recursive: true });
    for (const [name, text] of printNode(sdkModel(document, await loadPolicies())))
      writeFileSync(join(folder, 'src/generated', basename(name)), text);
    writeFileSync(join(folder, 'program.ts'), program);
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const compilerOptions = { noEmit: true, rootDir: '.', noUnusedLocals: true, noUnusedParameters: true };
    const config = {
      extends: join(root, 'sdks/node/tsconfig.build.json'),
      compilerOptions,
      include: ['src', 'program.ts'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [compiler], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe('');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

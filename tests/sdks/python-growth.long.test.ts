/** The printer for Python keeps up with a document that grows: what it prints then is code that works. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { npmTool } from '../../scripts/npm-tools.ts';
import { root } from '../../scripts/paths.ts';
import { sdkModel } from '../../src/generators/sdk/model.ts';
import { printPython } from '../../src/generators/sdk/python/print.ts';
import { loadDocument, loadPolicies, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { execute, needsProgram } from '../programs.ts';
import { grown } from './grown-document.ts';

/** Names of the new things are words of Python or of dictionaries: the printer has to evade them. */
const PROGRAM = `
import json, orbinto
from orbinto import HttpResponse, types
class Canned:
    def send(self, request, timeout):
        self.sent = request
        return HttpResponse(200, {}, b'{"id": "con_1", "language": "de", "class": "gold", "items": [1]}')
    def close(self): pass
carrier = Canned()
contact = orbinto.Orbinto("sk_test_growth", transport=carrier).contacts.restore("con_1", if_="deleted", options_=1)
print(carrier.sent.method, carrier.sent.url.partition("/v1")[2], carrier.sent.body.decode())
print(contact.language, contact.class_, contact["items"], type(contact).__name__)
print("retired" in str(types.ChatbotStatus), orbinto.events.build("contact.restored").event.__class__.__name__)
`;

const TYPED = `
from typing import Optional
from orbinto import Orbinto, WebhookRouter, types
contact: types.Contact = Orbinto().contacts.restore("con_1", if_="deleted")
language: Optional[str] = contact.language
router = WebhookRouter(secret="whsec_", fallback=print)
@router.on("contact.restored")
def restored(event: types.ContactRestoredEvent) -> None: ...
`;

describe('the library for Python, of a document with more in it', () => {
  needsProgram('python3');
  const folder = mkdtempSync(join(tmpdir(), 'python-growth-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(async () => {
    const document = grown(await loadDocument(SPEC_FILE));
    cpSync(join(root, 'sdks/python/src'), join(folder, 'src'), { recursive: true });
    for (const [path, text] of printPython(sdkModel(document, await loadPolicies()))) {
      writeFileSync(join(folder, path), text);
    }
    writeFileSync(join(folder, 'typed.py'), TYPED);
    cpSync(join(root, 'sdks/python/tests/typing_examples.py'), join(folder, 'typing_examples.py'));
  });

  test('has the new call, field, event and value', async () => {
    const command = ['python3', '-X', 'dev', '-W', 'error', '-B', '-c', PROGRAM];
    const { stdout, stderr } = await execute(command, { cwd: folder, env: { PYTHONPATH: 'src' } });
    expect(`${stdout}${stderr}`.trim().split('\n')).toEqual([
      'POST /contacts/con_1/restore {"if":"deleted","options":1}',
      'de gold [1] Contact',
      'True ContactRestoredEvent',
    ]);
  });

  // All of today's are among them: they need no check of their own.
  describe('has types', () => {
    needsProgram('mypy');

    test('that mypy takes in its strict mode, and that refuse what is wrong', { timeout: 130_000 }, async () => {
      const files = ['src/orbinto', 'typed.py', 'typing_examples.py'];
      const options = ['--strict', '--python-version', '3.9', '--cache-dir', join(folder, 'cache')];
      const { stdout, stderr } = await execute(['mypy', ...options, ...files], {
        cwd: folder,
        env: { MYPYPATH: 'src' },
        timeout: 120_000,
      });
      expect(`${stdout}${stderr}`).toMatch(/^Success/);
    });
  });

  describe('has types, as editors read them', () => {
    const pyright = npmTool('pyright');
    needsProgram('pyright', pyright !== undefined);

    test('that pyright takes, and that refuse what is wrong', { timeout: 130_000 }, async () => {
      const configuration = {
        ...{ pythonVersion: '3.9', typeCheckingMode: 'standard', extraPaths: ['src'] },
        // A line that must be refused has an ignore, and httpx need not be there.
        ...{ reportUnnecessaryTypeIgnoreComment: 'error', reportMissingImports: 'none' },
      };
      writeFileSync(join(folder, 'pyrightconfig.json'), JSON.stringify(configuration));
      const command = [process.execPath, pyright ?? '', '--project', folder];
      const { stdout } = await execute(command, { cwd: folder, timeout: 120_000 });
      expect(stdout).toMatch(/^0 errors, 0 warnings/m);
    });
  });
});

/** The printer for Ruby keeps up with a document that grows: what it prints then is code that works, without a warning. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { sdkModel } from '../../src/generators/sdk/model.ts';
import { printRuby } from '../../src/generators/sdk/ruby/print.ts';
import { loadDocument, loadPolicies, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { execute, needsProgram } from '../programs.ts';
import { grown } from './grown-document.ts';
import { hasRbs } from './has-rbs.ts';

const PROGRAM = `
require "orbinto"
sent = nil
transport = lambda do |request|
  sent = request
  Orbinto::Transport::Response.new(status: 200, headers: {}, body: '{"id":"con_1","language":"de","class":"gold"}')
end
contacts = Orbinto::Client.new(api_key: "sk_test_growth", transport: transport).contacts
contact = contacts.restore("con_1", if: "deleted")
puts [sent.http_method, sent.url.path, sent.body, contact.language, contact["class"], contact.class].join(" ")
puts Orbinto::Models::ChatbotStatus::RETIRED, Orbinto::Events::CONTACT_RESTORED
puts Orbinto::Event.cast("event" => "contact.restored", "data" => {}).data.class
`;

describe('the library for Ruby, of a document with more in it', () => {
  needsProgram('ruby');
  const folder = mkdtempSync(join(tmpdir(), 'ruby-growth-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(async () => {
    const document = grown(await loadDocument(SPEC_FILE));
    cpSync(join(root, 'sdks/ruby'), folder, { recursive: true });
    for (const [path, text] of printRuby(sdkModel(document, await loadPolicies()))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });

  test('has the new call, field, event and value', async () => {
    const { stdout, stderr, exit } = await execute(['ruby', '-w', '-Ilib', '-e', PROGRAM], { cwd: folder });
    expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 });
    expect(stdout.trim().split('\n')).toEqual([
      'POST /v1/contacts/con_1/restore {"if":"deleted"} de gold Orbinto::Models::Contact',
      'retired',
      'contact.restored',
      'Orbinto::Models::Contact',
    ]);
  });

  describe('has signatures', () => {
    needsProgram('rbs', hasRbs());

    // All of today's are among them: they need no validation of their own.
    test('that are valid', async () => {
      const validate = ['ruby', '-e', 'load Gem.bin_path("rbs", "rbs")', '--', '-I', 'sig', 'validate', '--silent'];
      expect(await execute(validate, { cwd: folder })).toMatchObject({ stderr: '', exit: 0 });
    });
  });
});

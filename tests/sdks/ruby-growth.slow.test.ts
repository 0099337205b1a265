/** The printer for Ruby keeps up with a document that grows: what it prints then is code that works, without a warning. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { sdkModel } from '../../src/generators/sdk/model.ts';
import { printRuby } from '../../src/generators/sdk/ruby/print.ts';
import { loadDocument, loadPolicies, SPEC_FILE } from '../../src/openapi/document/load.ts';
import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';
import { needsProgram } from '../programs.ts';
import { hasRbs, runProgram } from './run-program.ts';

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
    const document = structuredClone(await loadDocument(SPEC_FILE));
    grow(document);
    cpSync(join(root, 'sdks/ruby'), folder, { recursive: true });
    for (const [path, text] of printRuby(sdkModel(document, await loadPolicies()))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });

  test('has the new call, field, event and value', async () => {
    const { stdout, stderr, code } = await runProgram('ruby', ['-w', '-Ilib', '-e', PROGRAM], folder);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
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
      const validate = ['-e', 'load Gem.bin_path("rbs", "rbs")', '--', '-I', 'sig', 'validate', '--silent'];
      expect(await runProgram('ruby', validate, folder)).toMatchObject({ stderr: '', code: 0 });
    });
  });
});

function grow({ components, paths, webhooks }: OpenApiDocument): void {
  const schemas = components?.schemas ?? {};
  Object.assign(schemas['Contact']?.properties ?? {}, { language: { type: 'string' }, class: { type: 'string' } });
  schemas['ChatbotStatus']?.enum?.push('retired');
  const schema = { $ref: '#/components/schemas/Contact' };
  const body = { type: 'object', required: ['if'], properties: { if: { type: 'string' } } };
  const restore = {
    operationId: 'restoreContact',
    'x-sdk-method': 'contacts.restore',
    tags: ['contacts'],
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
    requestBody: { required: true, content: { 'application/json': { schema: body } } },
    responses: { '200': { description: 'It.', content: { 'application/json': { schema } } } },
  };
  Object.assign(paths ?? {}, { '/contacts/{id}/restore': { post: restore } });
  const event = { type: 'object', required: ['data'], properties: { data: schema } };
  const example = { event: 'contact.restored', data: { id: 'con_1' } };
  const media = { 'application/json': { schema: event, examples: { event: { value: example } } } };
  Object.assign(webhooks ?? {}, {
    'contact.restored': { post: { requestBody: { content: media }, tags: ['contacts'] } },
  });
}

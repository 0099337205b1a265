import { afterAll, beforeAll, describe, test } from 'vitest';
import { freePort } from '../../scripts/ports.ts';
import { languages } from '../../src/generators/samples/languages.ts';
import type { LanguageId } from '../../src/generators/samples/languages.ts';
import { successStatus } from '../../src/openapi/bundle/bundled-operation.ts';
import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { addressesOf } from '../../src/openapi/model/address.ts';
import { operations, printedViolations } from '../contract/contract.ts';
import { needsProgram } from '../programs.ts';
import { blocksOf } from './blocks.ts';
import { linted, Programs } from './programs.ts';
import { freshWorkspace, operationAt, WatchedMock } from './workspace.ts';
import type { Outcome } from '../programs.ts';
import { canRun } from './interpreters.ts';

const addresses = addressesOf(await loadDocument(SPEC_FILE));
const blocks = blocksOf('reference/*/*');
/** Who is a contact already. */
const TAKEN = 'amara.okafor@example.com';

let mock: WatchedMock;
let closedPort = 0;
beforeAll(async () => {
  mock = await WatchedMock.start();
  closedPort = await freePort();
});
afterAll(async () => {
  await mock.close();
  const lines = languages.map(
    ({ id, label }) => `${label}: ${canRun(id) ? `${run[id] ?? 0} run` : `not run, not installed here`}`,
  );
  process.stdout.write(`Samples of the operations. ${lines.join('; ')}.\n`);
});
/** How many were run, by language. */
const run: Partial<Record<LanguageId, number>> = {};

/** The sample of an operation as its page shows it. */
function sampleOf(operationId: string, language: LanguageId): string {
  const page = addresses.operation(operations.find((one) => one.operationId === operationId)!);
  const block = blocks.find((one) => one.page === page && one.language === language && !one.isOfLibrary);
  if (!block) throw new Error(`${page} has no sample in ${language}`);
  return block.code;
}

/** All that is run of a language, by name: a program that is linked is linked once. */
function codesOf(language: LanguageId): Record<string, string> {
  const codes = operations.map(({ operationId }) => [operationId, sampleOf(operationId, language)] as const);
  const contact = sampleOf('createContact', language);
  const all = Object.entries({
    ...Object.fromEntries(codes),
    emailTaken: contact.replace(/[\w.]+@example\.com/, TAKEN),
  });
  return {
    ...Object.fromEntries(all.map(([name, code]) => [name, mock.adapted(code, 'unused')])),
    refused: contact.replace('https://api.orbinto.com', `http://127.0.0.1:${closedPort}`),
  };
}

/** What an interpreter prints of a program that it takes for broken, or complains of. */
const TROUBLE = /Traceback|Stack trace|^\s+at |warning|deprecated|notice:|panic:/im;

/** Expects a program to have failed with a sentence. */
function expectFailure({ exit, stdout, stderr }: Outcome, expect: Expect, ...parts: (string | RegExp)[]): void {
  expect(exit).toBeGreaterThan(0);
  for (const part of parts) expect(stdout + stderr).toMatch(part);
  expect(stdout + stderr).not.toMatch(TROUBLE);
}
type Expect = (typeof import('vitest'))['expect'];

for (const { id, label } of languages) {
  describe.concurrent(`the samples in ${label}`, () => {
    needsProgram(id, canRun(id));
    let programs: Programs;
    beforeAll(async () => {
      if (canRun(id)) programs = await Programs.write(id, codesOf(id));
    });
    afterAll(() => programs?.close());

    test.for(operations)('$operationId answers as it is documented', async (operation, { expect }) => {
      const key = `sk_test_${freshWorkspace()}`;
      const { exit, stdout, stderr } = await programs.run(operation.operationId, { env: { ORBINTO_API_KEY: key } });
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      const answers = mock.answersTo(key);
      expect(answers.map((answer) => operationAt(answer)?.operationId)).toEqual([operation.operationId]);
      const status = Number(successStatus(operation));
      expect(answers[0]?.status).toBe(status);
      expect(printedViolations(operation, status, stdout)).toEqual([]);
      run[id] = (run[id] ?? 0) + 1;
    });

    test('a key that is unknown: the code and the message', async ({ expect }) => {
      const outcome = await programs.run('getContact', { env: { ORBINTO_API_KEY: 'sk_test_x' } });
      expectFailure(outcome, expect, '401', '"invalid_api_key"', /"message": ?"[^"]+"/);
    });

    test('a conflict: the code and the message', async ({ expect }) => {
      const key = `sk_test_${freshWorkspace()}`;
      const outcome = await programs.run('emailTaken', { env: { ORBINTO_API_KEY: key } });
      expect(mock.answersTo(key).map(({ status }) => status)).toEqual([409]);
      expectFailure(outcome, expect, '409', '"email_taken"', /"message": ?"[^"]+"/);
    });

    test('no key: a sentence, and nothing is sent', async ({ expect }) => {
      expectFailure(await programs.run('getContact'), expect, /ORBINTO_API_KEY(?: is|: parameter null or) not set/);
      expect(mock.answersTo('')).toEqual([]);
    });

    test('no connection: a sentence', async ({ expect }) => {
      const env = { ORBINTO_API_KEY: 'sk_test_admin' };
      expectFailure(await programs.run('refused', { env }), expect, /refused|ECONNREFUSED|Failed to connect/);
    });

    if (linted.includes(id)) {
      test('have nothing that a linter complains of', (context) => programs.expectNoComplaints(context));
    }
  });
}

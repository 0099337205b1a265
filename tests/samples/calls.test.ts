import { afterAll, beforeAll, describe, test } from 'vitest';
import { languages } from '../../src/generators/samples/languages.ts';
import { successStatus } from '../../src/openapi/bundle/bundled-operation.ts';
import { printedViolations } from '../contract/contract.ts';
import { needsProgram } from '../programs.ts';
import { blocksWith } from './guide-blocks.ts';
import { canRun } from './interpreters.ts';
import { linted, Programs } from './programs.ts';
import { freshWorkspace, operationAt, WatchedMock } from './workspace.ts';

let mock: WatchedMock;
beforeAll(async () => {
  mock = await WatchedMock.start();
});
afterAll(() => mock.close());

for (const { id, label } of languages) {
  const blocks = blocksWith('call').filter(({ sample }) => sample === id);
  // The same text on two pages is the same program.
  const calls = [...new Map(blocks.map((block) => [block.code, block])).values()].map((block, index) => ({
    block,
    name: `call${index}`,
    place: `${block.page}#${block.section}`,
    workspace: freshWorkspace(),
  }));

  describe.concurrent(`the calls of the guides in ${label}`, () => {
    needsProgram(id, canRun(id));
    let programs: Programs;
    beforeAll(async () => {
      if (!canRun(id)) return;
      const codes = calls.map(({ name, block, workspace }) => [name, mock.adapted(block.code, workspace)]);
      programs = await Programs.write(id, Object.fromEntries(codes) as Record<string, string>);
    });
    afterAll(() => programs?.close());

    test.for(calls)('$place', async ({ block, name, workspace }, { expect }) => {
      const key = `sk_test_${workspace}`;
      const { exit, stdout, stderr } = await programs.run(name, { env: { ORBINTO_API_KEY: key } });
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      const answers = [...mock.answersTo(key), ...mock.answersTo(`${key}_read`)];
      const [answer] = answers;
      const operation = answer && operationAt(answer);
      if (!operation || answers.length > 1) return expect.unreachable();
      expect(answer.status).toBe(block.runnable?.status ?? Number(successStatus(operation)));
      expect(printedViolations(operation, answer.status, stdout)).toEqual([]);
    });

    if (linted.includes(id)) {
      test('have nothing that a linter complains of', (context) => programs.expectNoComplaints(context));
    }
  });
}

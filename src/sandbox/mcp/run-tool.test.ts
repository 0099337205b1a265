import { expect, test } from 'vitest';
import { runTool } from './run-tool.ts';
import { READS, ToolError } from './tool.ts';
import type { Tool } from './tool.ts';

const tool = (call: Tool['call']): Tool => ({
  definition: {
    name: 'find',
    title: 'Find',
    description: '',
    inputSchema: {
      type: 'object',
      properties: { query: { type: 'string', maxLength: 9 } },
      required: ['query'],
      additionalProperties: false,
    },
    annotations: READS,
  },
  call,
});

test('a tool is called with arguments that are right, and not with others', async () => {
  const called: unknown[] = [];
  const find = tool((given) => {
    called.push(given);
    return { text: 'Found.' };
  });
  expect(await runTool(find, { query: 'a' })).toEqual({ text: 'Found.' });
  expect(await runTool(find, {})).toEqual({ text: "find needs the argument 'query'.", isError: true });
  expect(called).toEqual([{ query: 'a' }]);
});

test('what an agent can do better is a result; what is a fault of ours is none', async () => {
  const failing = (error: Error) =>
    runTool(
      tool(() => Promise.reject(error)),
      { query: 'a' },
    );
  expect(await failing(new ToolError('Try b.'))).toEqual({ text: 'Try b.', isError: true });
  await expect(failing(new TypeError('x is undefined'))).rejects.toThrow('x is undefined');
});

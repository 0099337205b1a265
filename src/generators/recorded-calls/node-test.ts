import { bodySetup, fetchable, fetchCall, opensFile } from '../samples/javascript.ts';
import { indentRest, jsonString } from '../samples/literal.ts';
import { notSet } from '../samples/request.ts';
import type { ExportOptions, FlowingCall } from './recorded-call.ts';
import { headingOf, lacksSecretNote, memberPath, spelled, titleOf } from './recorded-call.ts';

/** Calls as a file of tests for Node's own runner: each expects the status that was answered. @see https://nodejs.org/api/test.html */
export function nodeTest(calls: FlowingCall[], options: ExportOptions): string {
  const { server, serverVariable, secretVariable, file } = options;
  return [
    `// ${headingOf(calls, options)}. Run them: node --test ${file}`,
    'import assert from "node:assert/strict";',
    ...(calls.some(({ request }) => opensFile(request)) ? ['import { openAsBlob } from "node:fs";'] : []),
    'import { test } from "node:test";',
    '',
    `const server = process.env.${serverVariable} ?? ${jsonString(server)};`,
    `if (!process.env.${secretVariable}) throw new Error("${secretVariable} ${notSet}.");`,
    ...(calls.some(({ outputs }) => outputs.length > 0)
      ? ['/** What an answer told and a later call needs. */', 'const kept = {};']
      : []),
    ...calls.flatMap((call, index) => ['', ...testOf(call, index)]),
    '',
  ].join('\n');
}

function testOf(call: FlowingCall, index: number): string[] {
  const request = fetchable(
    spelled(call.request, ({ variable, kept }) => [
      kept ? { variable: variable === 'server' ? variable : `kept.${variable}`, kept } : { variable },
    ]),
  );
  const lines = [
    ...(call.lacksSecret ? [`// ${lacksSecretNote}`] : []),
    ...(request.notes ?? []).map((note) => `// ${note}`),
    ...bodySetup(request),
    `const response = await ${fetchCall(request)};`,
    'const answer = await response.text();',
    `assert.equal(response.status, ${call.status}, answer);`,
    ...call.outputs.map((output) => `kept.${output.name} = JSON.parse(answer)${memberPath(output)};`),
  ];
  return [
    `test(${jsonString(titleOf(call, index))}, async () => {`,
    `  ${indentRest(lines.join('\n'), '  ')}`.replace(/^ +$/gm, ''),
    '});',
  ];
}

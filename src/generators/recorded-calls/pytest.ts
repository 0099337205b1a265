import { indentRest, jsonString } from '../samples/literal.ts';
import { bodySetup, requestLines } from '../samples/python.ts';
import { notSet } from '../samples/request.ts';
import type { ExportOptions, FlowingCall, Output } from './recorded-call.ts';
import { headingOf, lacksSecretNote, spelled, titleOf } from './recorded-call.ts';

/** Calls as a file of tests for pytest, with nothing but the standard library: each expects the status that was answered. */
export function pytest(calls: FlowingCall[], options: ExportOptions): string {
  const { server, serverVariable, secretVariable, file } = options;
  const tests = calls.flatMap((call, index) => ['', '', ...testOf(call, index)]);
  const uses = (name: string): boolean => tests.some((line) => line.includes(name));
  return [
    `"""${headingOf(calls, options)}. Run them in their order: pytest ${file}"""`,
    '',
    'import json',
    'import os',
    'import urllib.error',
    ...(uses('urllib.parse.') ? ['import urllib.parse'] : []),
    'import urllib.request',
    ...(uses('Path(') ? ['from pathlib import Path'] : []),
    '',
    `server = os.environ.get("${serverVariable}", ${jsonString(server)})`,
    `assert os.environ.get("${secretVariable}"), "${secretVariable} ${notSet}."`,
    '# What an answer told and a later call needs.',
    'kept = {}',
    '',
    '',
    'def send(request):',
    '    try:',
    '        with urllib.request.urlopen(request) as response:',
    '            return response.status, response.read().decode()',
    '    except urllib.error.HTTPError as error:',
    '        with error:',
    '            return error.code, error.read().decode()',
    ...tests,
    '',
  ].join('\n');
}

function testOf(call: FlowingCall, index: number): string[] {
  const request = spelled(call.request, ({ variable, kept }) => [
    kept ? { variable: variable === 'server' ? variable : `kept['${variable}']`, kept } : { variable },
  ]);
  const lines = [
    ...(call.lacksSecret ? [`# ${lacksSecretNote}`] : []),
    ...(request.notes ?? []).map((note) => `# ${note}`),
    ...bodySetup(request),
    ...requestLines(request),
    'status, answer = send(request)',
    `assert status == ${call.status}, answer`,
    ...call.outputs.map((output) => `kept["${output.name}"] = json.loads(answer)${member(output)}`),
  ];
  const number = String(index + 1).padStart(2, '0');
  return [
    `# ${titleOf(call, index)}`,
    `def test_${number}_${call.name}():`,
    `    ${indentRest(lines.join('\n'), '    ')}`.replace(/^ +$/gm, ''),
  ];
}

function member({ path }: Output): string {
  return path.map((step) => `[${typeof step === 'string' ? jsonString(step) : step}]`).join('');
}

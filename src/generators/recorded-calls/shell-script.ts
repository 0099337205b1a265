import { curl } from '../samples/curl.ts';
import type { ExportOptions, FlowingCall } from './recorded-call.ts';
import { headingOf, lacksSecretNote, titleOf } from './recorded-call.ts';

/** Calls as a script for bash. It ends at the first one that fails and did not fail before. A shell cannot read answers, so ids stay as they were. */
export function shellScript(calls: FlowingCall[], options: ExportOptions): string {
  const { server, serverVariable, secretVariable } = options;
  return [
    '#!/usr/bin/env bash',
    `# ${headingOf(calls, options)}. Ids stay as they were: run it where the records are.`,
    'set -euo pipefail',
    `: "\${${secretVariable}:?}"`,
    'curl() { command curl --silent --show-error "$@"; }',
    `server="\${${serverVariable}:-${server}}"`,
    ...calls.flatMap((call, index) => [
      '',
      `# ${titleOf(call, index)}`,
      ...(call.lacksSecret ? [`# ${lacksSecretNote}`] : []),
      // curl ends with 22 where the answer is an error.
      call.status < 400 ? curl(call.request) : `${curl(call.request)} || [ $? -eq 22 ]`,
      'echo',
    ]),
    '',
  ].join('\n');
}

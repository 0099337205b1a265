// A plugin of Stryker: tells a fault that no test has noticed as soon as that is known, for a run takes its time.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';
import { root } from '../paths.ts';
import { EQUIVALENTS } from './equivalents.ts';
import { faultLine, faultOf, isMissed } from './score.ts';

let tried = 0;

const tellMissed = {
  onMutantTested: (result: Readonly<MutantResult>): void => {
    const file = relative(root, result.fileName).replaceAll('\\', '/');
    const fault = faultOf(result, file, readFileSync(result.fileName, 'utf8'), EQUIVALENTS);
    if (fault.fate === 'untried') return;
    tried += 1;
    if (isMissed(fault)) console.log(`${tried}  ${faultLine(fault)}`);
    else if (tried % 25 === 0) console.log(`${tried}  …`);
  },
};

export const strykerPlugins = [{ kind: 'Reporter', name: 'tell-missed', value: tellMissed }];

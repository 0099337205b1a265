import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/paths.ts';

/** A step of a Containerfile. */
export interface Instruction {
  readonly name: string;
  readonly rest: string;
}

export const containerfileText = readFileSync(join(root, 'packages/sandbox/Containerfile'), 'utf8');

/** The steps in their order, without comments, each on one line. */
export function instructionsOf(text: string): Instruction[] {
  const lines = text.replaceAll(/^\s*#.*\n/gm, '').replaceAll(/\s*\\\n\s*/g, ' ');
  return lines.split('\n').flatMap((line) => {
    const [, name, rest] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    return name === undefined || rest === undefined ? [] : [{ name: name.toUpperCase(), rest: rest.trim() }];
  });
}

/** What is wrong with a Containerfile: rules as hadolint has them, and what this image promises. */
export function complaintsOf(text: string): string[] {
  const steps = instructionsOf(text);
  return RULES.flatMap(({ says, holds }) => (holds(steps) ? [] : [says]));
}

const all = (steps: Instruction[], name: string): string[] =>
  steps.filter((step) => step.name === name).map(({ rest }) => rest);
const isExecForm = (rest: string): boolean => /^\["[^"]+"(?:, "[^"]*")*\]$|^\[\]$/.test(rest);

const RULES: readonly { readonly says: string; readonly holds: (steps: Instruction[]) => boolean }[] = [
  {
    says: 'each base image is named with its registry and a version that is not latest',
    holds: (steps) =>
      all(steps, 'FROM').length > 0 &&
      all(steps, 'FROM').every((image) => /^[\w-]+(?:\.[\w-]+)+\/[^\s:]+:(?!latest\b)[\w.-]*\d/.test(image)),
  },
  {
    says: 'it ends as a user that is a number other than 0',
    holds: (steps) => /^[1-9]\d*:[1-9]\d*$/.test(all(steps, 'USER').at(-1) ?? ''),
  },
  {
    says: 'there is one ENTRYPOINT, in exec form',
    holds: (steps) => all(steps, 'ENTRYPOINT').length === 1 && all(steps, 'ENTRYPOINT').every(isExecForm),
  },
  {
    says: 'there is one CMD, in exec form',
    holds: (steps) => all(steps, 'CMD').length === 1 && all(steps, 'CMD').every(isExecForm),
  },
  {
    says: 'there is one HEALTHCHECK, in exec form, with its times',
    holds: (steps) => {
      const [check = '', ...others] = all(steps, 'HEALTHCHECK');
      const [, flags = '', command = ''] = /^((?:--\S+ )*)CMD (.*)$/.exec(check) ?? [];
      const times = ['interval', 'timeout', 'start-period', 'retries'].every((name) => flags.includes(`--${name}=`));
      return others.length === 0 && times && isExecForm(command);
    },
  },
  {
    says: 'nothing is fetched, added or run: files are copied, to absolute paths',
    holds: (steps) =>
      !steps.some(({ name }) => ['ADD', 'RUN', 'SHELL', 'ONBUILD', 'MAINTAINER', 'VOLUME'].includes(name)) &&
      all(steps, 'COPY').every((rest) => /^(?:[\w.]+ )+\/\S+$/.test(rest) && !/^\. /.test(rest)),
  },
  {
    says: 'files are copied before the user changes, so that they are not his to change',
    holds: (steps) =>
      steps.findLastIndex(({ name }) => name === 'COPY') < steps.findIndex(({ name }) => name === 'USER'),
  },
  {
    says: 'one port above 1023 is exposed',
    holds: (steps) => all(steps, 'EXPOSE').length === 1 && Number(all(steps, 'EXPOSE')[0]) > 1023,
  },
  {
    says: 'no secret stands in it',
    holds: (steps) =>
      !steps.some(({ name, rest }) => ['ENV', 'ARG'].includes(name) && /key|secret|token|password/i.test(rest)),
  },
];

import { dirname } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';

/** A fault that changes nothing anybody can see, and why. Named by its text, which outlives its line. */
export interface Equivalent {
  readonly file: string;
  /** What stands in the file. */
  readonly original: string;
  readonly replacement: string;
  readonly reason: string;
}

/** A fault that was put in, by its place in the repository. */
export interface Fault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly original: string;
  readonly replacement: string;
  readonly fate: 'noticed' | 'survived' | 'unreached' | 'equivalent' | 'untried';
}

/** So many of so many faults in a folder. */
export interface FolderScore {
  readonly folder: string;
  readonly mutants: number;
  readonly caught: number;
}

const FATES: Readonly<Record<string, Fault['fate']>> = {
  Killed: 'noticed',
  Timeout: 'noticed',
  Survived: 'survived',
  NoCoverage: 'unreached',
};

/** What became of a fault. @param source the text of its file */
export function faultOf(result: MutantResult, file: string, source: string, equivalents: readonly Equivalent[]): Fault {
  const { location, replacement = '', status } = result;
  const original = textAt(source, location);
  const isEquivalent = equivalents.some(
    (known) => known.file === file && known.original === original && known.replacement === replacement,
  );
  const fate = FATES[status] ?? 'untried';
  const fault = { file, line: location.start.line, original, replacement, fate };
  return isMissed(fault) && isEquivalent ? { ...fault, fate: 'equivalent' } : fault;
}

export const isMissed = ({ fate }: Pick<Fault, 'fate'>): boolean => fate === 'survived' || fate === 'unreached';

/** The text of a place, which is told in lines from 1 and columns from 1. */
function textAt(source: string, { start, end }: MutantResult['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined))
    .join('\n');
}

/** The score of each folder, the worst first; what could not be tried and what nobody could notice is left out. */
export function scoreOf(faults: readonly Fault[], folderOf = (file: string) => dirname(file)): FolderScore[] {
  const valid = faults.filter(({ fate }) => fate !== 'untried' && fate !== 'equivalent');
  return [...Map.groupBy(valid, ({ file }) => folderOf(file))]
    .map(([folder, found]) => ({
      folder,
      mutants: found.length,
      caught: found.filter(({ fate }) => fate === 'noticed').length,
    }))
    .sort((a, b) => a.caught / a.mutants - b.caught / b.mutants || (a.folder < b.folder ? -1 : 1));
}

/** A fault that no test has noticed, in one line: `src/a.ts:12: a > b → a >= b`. */
export function faultLine({ file, line, original, replacement, fate }: Fault): string {
  const short = (text: string): string => {
    const flat = text.replace(/\s+/g, ' ');
    return flat.length > 90 ? `${flat.slice(0, 89)}…` : flat;
  };
  return `${file}:${line}: ${short(original)} → ${short(replacement)}${fate === 'unreached' ? ' (no test gets there)' : ''}`;
}

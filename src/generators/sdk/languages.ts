import type { SdkModel } from './model.ts';
import { printNode } from './node/print.ts';
import { printPhp } from './php/print.ts';
import { printPython } from './python/print.ts';
import { printRuby } from './ruby/print.ts';

/** A client library that is printed from the model. */
export interface SdkLanguage {
  /** Its folder in `sdks/`. */
  id: string;
  /** Files by their path in that folder; each has a folder `generated/` in it. */
  print: (model: SdkModel) => Map<string, string>;
}

export const sdkLanguages: readonly SdkLanguage[] = [
  { id: 'node', print: printNode },
  { id: 'python', print: printPython },
  { id: 'php', print: printPhp },
  { id: 'ruby', print: printRuby },
];

import type { SdkModel } from '../model.ts';

/** The generated files of the library, by their path in `sdks/node/`. */
export function printNode(_model: SdkModel): Map<string, string> {
  return new Map();
}

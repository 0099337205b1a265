import type { SdkModel } from '../model.ts';

/** The generated files of the library, by their path in `sdks/python/`. */
export function printPython(_model: SdkModel): Map<string, string> {
  return new Map();
}

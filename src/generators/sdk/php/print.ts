import type { SdkModel } from '../model.ts';
import { printExceptions } from './exceptions.ts';
import { printConstants } from './constants.ts';
import { PhpTypes } from './php-types.ts';
import { printModels } from './models.ts';
import { printResources } from './resources.ts';
import { printShapes } from './shapes.ts';

const FOLDER = 'src/generated/';

/** The generated files of the library, by their path in `sdks/php/`. */
export function printPhp(model: SdkModel): Map<string, string> {
  const types = new PhpTypes(model);
  const files = [
    ...printModels(model, types),
    ...printResources(model, types),
    ...printExceptions(model),
    ...printConstants(model, types),
    ...printShapes(model, types),
  ];
  return new Map(files.map(([path, text]) => [`${FOLDER}${path}`, text]));
}

import type { SdkModel } from '../model.ts';
import { typesByName } from './arguments.ts';
import { printEnums, printModels } from './models.ts';
import { printResources } from './resources.ts';
import { printSignatures } from './signatures.ts';
import { printDefaults, printErrorCodes, printEventExamples, printEvents } from './tables.ts';

/** The generated files of the library, by their path in `sdks/ruby/`. */
export function printRuby(model: SdkModel): Map<string, string> {
  const types = typesByName(model);
  return new Map([
    ['lib/orbinto/generated/defaults.rb', printDefaults(model)],
    ['lib/orbinto/generated/enums.rb', printEnums(model)],
    ['lib/orbinto/generated/models.rb', printModels(model, types)],
    ['lib/orbinto/generated/error_codes.rb', printErrorCodes(model)],
    ['lib/orbinto/generated/events.rb', printEvents(model)],
    ['lib/orbinto/generated/event_examples.rb', printEventExamples(model)],
    ...printResources(model, types),
    ...printSignatures(model, types),
  ]);
}

import type { SdkModel } from '../model.ts';
import { printEvents, printExamples } from './events.ts';
import { ASYNC, SYNC } from './methods.ts';
import { printOperations } from './operations.ts';
import { printParams } from './params.ts';
import { printResources } from './resources.ts';
import { printSettings } from './settings.ts';
import { HEADER } from './text.ts';
import { printTypes } from './types.ts';

/** The generated files of the library, by their path in `sdks/python/`. */
export function printPython(model: SdkModel): Map<string, string> {
  const files: Record<string, string> = {
    __init__: `${HEADER}"""What is printed from the document of the API."""\n`,
    settings: printSettings(model),
    types: printTypes(model),
    params: printParams(model),
    operations: printOperations(model),
    resources: printResources(model, SYNC),
    async_resources: printResources(model, ASYNC),
    events: printEvents(model),
    event_examples: printExamples(model),
  };
  return new Map(Object.entries(files).map(([name, text]) => [`src/orbinto/generated/${name}.py`, text]));
}

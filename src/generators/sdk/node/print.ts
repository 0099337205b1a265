import type { SdkModel } from '../model.ts';
import { printEventExamples, printEvents } from './print-events.ts';
import { printNamespaces, printResource } from './print-resources.ts';
import { printErrorCodes, printSettings } from './print-settings.ts';
import { printTypes } from './print-types.ts';
import { kebabCase } from '../../../openapi/model/naming.ts';

const HEADER = '// Generated from spec/ by `npm run generate`. Do not edit.\n\n';

/** The generated files of the library, by their path in `sdks/node/`. */
export function printNode(model: SdkModel): Map<string, string> {
  const files: Record<string, string> = {
    settings: printSettings(model),
    'error-codes': printErrorCodes(model),
    types: printTypes(model),
    events: printEvents(model),
    'event-examples': printEventExamples(model),
    namespaces: printNamespaces(model),
  };
  for (const resource of model.resources) files[kebabCase(resource.name)] = printResource(model, resource);
  return new Map(Object.entries(files).map(([name, text]) => [`src/generated/${name}.ts`, HEADER + text]));
}

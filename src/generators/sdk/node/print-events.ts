import type { SdkModel } from '../model.ts';
import { docComment, quoted } from './doc-comment.ts';
import { importOfTypes, typeText } from './type-text.ts';

/** The webhook events: types only. */
export function printEvents({ events, types }: SdkModel): string {
  const members = events.map(({ name, summary, description, docUrl, payload }) => {
    const comment = docComment([`${summary}. ${description}`, `@see ${docUrl}`], '  ');
    return `${comment}  ${quoted(name)}: ${typeText(payload)};\n`;
  });
  const body = `/** Every event by its name. */
export interface EventMap {
${members.join('')}}

/** An event that this version does not list. */
export interface UnknownEvent {
  event: Unlisted;
  timestamp: string;
  data: unknown;
  [field: string]: unknown;
}

/** Any event: \`event\` tells which. */
export type OrbintoEvent = EventMap[keyof EventMap] | UnknownEvent;
`;
  const names = types.map(({ name }) => name);
  return `${importOfTypes(names, body)}import type { Unlisted } from '../unlisted.ts';\n\n${body}`;
}

/** One whole event of each kind, for tests. */
export function printEventExamples({ events }: SdkModel): string {
  const members = events.map(({ name, example }) => `  ${quoted(name)}: ${JSON.stringify(example)},\n`);
  return `export const EVENT_EXAMPLES: Readonly<Record<string, object>> = {\n${members.join('')}};\n`;
}

import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { MockError } from './mock-error.ts';

/**
 * Takes a command line apart: of `npm run mock`, and of the hosted sandbox.
 * @throws MockError for a flag that is not among them, or lacks its value
 */
export function parseFlags<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(/\n|\. /, 1)[0] : String(error);
    throw new MockError(`${reason ?? 'Wrong flags'} (--help lists the flags)`, { cause: error });
  }
}

/** @throws MockError for what is no whole number from 0 to `maximum` */
export function wholeNumber(flag: string, text: string, maximum: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= maximum) return value;
  throw new MockError(`${flag} must be a whole number from 0 to ${maximum}, not '${text}'`);
}

/** @param example of what the flag takes. @throws MockError for what is no origin */
export function originOf(flag: string, text: string, example: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new MockError(`${flag} must be an origin such as ${example}, not '${text}'`);
}

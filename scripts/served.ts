import { parseArgs } from 'node:util';
import { LOOPBACK } from './serve.ts';
import type { Served } from './site-app.ts';

const usage = `Flags: --host ADDRESS to listen on (${LOOPBACK.host}), --allow-host NAME that may stand in Host (repeatable)`;

/**
 * Where `npm start` and `npm run dev` serve the site.
 * @throws with the flags there are, if one is unknown.
 */
export function servedFrom(argv: string[]): Served {
  const options = { host: { type: 'string' }, 'allow-host': { type: 'string', multiple: true } } as const;
  try {
    const { values } = parseArgs({ args: argv, options });
    return {
      host: values.host ?? LOOPBACK.host,
      names: (values['allow-host'] ?? []).map((name) => name.toLowerCase()),
    };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${usage}`, { cause: error });
  }
}

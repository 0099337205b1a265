#!/usr/bin/env node
/** `npx @orbinto/sandbox --port 4010`: what `npm run packages` builds into `packages/sandbox/dist/cli.js`. */

/** Put in by the build. */
declare const PACKAGE_VERSION: string;

/** Node has it from 20.16 and 22.3 on. */
const { getBuiltinModule } = process as Partial<Pick<NodeJS.Process, 'getBuiltinModule'>>;

if (!getBuiltinModule) {
  console.error(`The sandbox takes Node 20.16, 22.3 or newer; this is ${process.version}.`);
  process.exit(1);
}

// Before anything else is loaded: from the second start on, Node finds every module compiled. Node 20 cannot.
getBuiltinModule('node:module').enableCompileCache?.();

// That SQLite is young is no news to who starts a sandbox; all other warnings are told.
const warn = process.emitWarning.bind(process) as (...warning: readonly unknown[]) => void;
process.emitWarning = (...warning: readonly unknown[]): void => {
  if (warning[1] !== 'ExperimentalWarning') warn(...warning);
};

const { run } = await import('./node/command.ts');
await run(process.argv.slice(2), {
  name: 'npx @orbinto/sandbox',
  version: PACKAGE_VERSION,
  pages: new URL('pages.br', import.meta.url),
});

export {};

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Runs a module that a page shows. @returns what it exports */
export async function runModule<Exports>(code: string): Promise<Exports> {
  const folder = mkdtempSync(join(tmpdir(), 'agent-'));
  try {
    const file = join(folder, 'shown.mjs');
    writeFileSync(file, code);
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Exports;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The variables that a script for a shell sets. */
export function exportsOf(script: string): Record<string, string> {
  return Object.fromEntries(
    [...script.matchAll(/^export (\w+)=["']?([^"'\s$]+)["']?$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** The calls of curl in a script, each in one line, without what they are piped into. */
export function curlsOf(script: string): string[] {
  const calls = script.replaceAll(/\\\n\s*/g, ' ').matchAll(/\bcurl [^\n|]*/g);
  return [...calls].map(([call]) => call.trim());
}

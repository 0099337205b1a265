import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Bundles a script that stands outside of the pages' modules, as one classic script.
 *
 * @param file from the root of the repository
 * @param values by the names that the script declares for them
 */
export async function bundleScript(file: string, values: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: {
      'process.env.NODE_ENV': '"production"',
      ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)])),
    },
    build: {
      write: false,
      rolldownOptions: { input: `${root}${file}`, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error(`Nothing came of ${file}`);
  return chunk.code;
}

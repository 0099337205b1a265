import { build } from 'vite';
import { root } from '../../scripts/paths.ts';

/**
 * Bundles modules of the sources for a page, as one script of type module that puts all they export into a global object.
 *
 * @param name Of the global.
 * @param files From the root of the repository.
 * @param env What the build is configured with, in place of variables of the environment.
 */
export async function bundle(
  name: string,
  files: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const entry = 'virtual:entry';
  const names = files.map((_file, index) => `module${index}`);
  const imports = files.map((file, index) => `import * as ${names[index]} from '/${file}';`);
  const code = `${imports.join('\n')}\nglobalThis.${name} = { ${names.map((one) => `...${one}`).join(', ')} };`;
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: Object.fromEntries(
      Object.entries(env).map(([key, value]) => [`import.meta.env.${key}`, JSON.stringify(value)]),
    ),
    plugins: [
      { name: 'entry', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? code : null) },
    ],
    build: { write: false, minify: false, rolldownOptions: { input: entry, output: { codeSplitting: false } } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('Nothing was bundled');
  return chunk.code;
}

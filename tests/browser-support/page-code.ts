/** The code that runs in a reader's page: scripts of components, and all that they import, however far away. */
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../scripts/paths.ts';
import { importsOf, scriptsOf, sourceFiles } from '../source-files.ts';
import type { SourceFile } from '../source-files.ts';

/** Each `<script>` of a component, as a file beside it. */
function scriptFiles({ path, text }: SourceFile): SourceFile[] {
  return scriptsOf(text).map((code, index) => ({
    path: path.replace(/\.astro$/, `.script${index}.ts`),
    text: `${code}\nexport {};\n`,
  }));
}

/** All files of the repository that a page may load, types left out. */
export function pageCode(): SourceFile[] {
  const scripts = sourceFiles('src/**/*.astro').flatMap(scriptFiles);
  const byPath = new Map(sourceFiles('src/**/*.{ts,tsx}').map((file) => [file.path, file]));
  const reached = new Map<string, SourceFile>();
  const waiting = [...scripts];
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (reached.has(file.path)) continue;
    reached.set(file.path, file);
    const values = { ...file, text: ts.transpile(file.text, options, file.path) };
    for (const path of importsOf(values)) {
      const imported = byPath.get(path);
      if (imported) waiting.push(imported);
    }
  }
  return [...reached.values()];
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  verbatimModuleSyntax: true,
  jsx: ts.JsxEmit.ReactJSX,
  jsxImportSource: 'preact',
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

/** A program of these files, scripts of components among them. */
export function programOf(files: readonly SourceFile[]): ts.Program {
  const texts = new Map(files.map(({ path, text }) => [join(root, path), text]));
  const host = ts.createCompilerHost(options, true);
  const { readFile, fileExists } = host;
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.getCurrentDirectory = () => root;
  return ts.createProgram({ rootNames: [...texts.keys()], options, host });
}

import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { root } from '../scripts/paths.ts';

/** A file of the repository that people write. */
export interface SourceFile {
  /** From the root, with slashes: `src/openapi/document/load.ts`. */
  readonly path: string;
  readonly text: string;
}

/** The written files that match the patterns; generated ones, which people do not read, are left out. */
export function sourceFiles(...patterns: string[]): SourceFile[] {
  const exclude = [
    '{node_modules,dist,.astro,.node,.orbinto,test-results}/**',
    '**/node_modules/**',
    '**/generated/**',
  ];
  return globSync(patterns, { cwd: root, exclude })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The TypeScript in a file: all of it, or the frontmatter and the scripts of a component. */
export function codeOf({ path, text }: SourceFile): string {
  if (!path.endsWith('.astro')) return text;
  const frontmatter = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  return [frontmatter, ...scriptsOf(text)].join('\n');
}

/** The code of each `<script>` in the text of a component. */
export function scriptsOf(text: string): string[] {
  return [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, code = '']) => code);
}

/** The files of the repository that a file imports, types and dynamic imports included; paths from the root. */
export function importsOf(file: SourceFile): string[] {
  return ts
    .preProcessFile(codeOf(file), true, true)
    .importedFiles.map(({ fileName }) => fileName.replace(/\?.*$/, ''))
    .filter((name) => name.startsWith('.') || name.startsWith('/src/'))
    .map((name) => (name.startsWith('/') ? join(root, name) : resolve(root, dirname(file.path), name)))
    .map((path) => path.slice(root.length + 1).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('node_modules/'));
}

/** Every node of a file's syntax tree. */
export function* nodesOf(file: SourceFile): Generator<ts.Node> {
  const kind = file.path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const waiting: ts.Node[] = [ts.createSourceFile(file.path, codeOf(file), ts.ScriptTarget.Latest, false, kind)];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
}

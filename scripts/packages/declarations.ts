import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { PackageError } from './package-builder.ts';

/** The declarations of one source, and the sources that they name. */
interface Declarations {
  readonly text: string;
  readonly targets: ReadonlyMap<string, string>;
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  isolatedDeclarations: true,
  declaration: true,
  strict: true,
};

/**
 * Writes the types that an entry exports: those of its own file as `<name>.d.ts`, those that they name below `types/`, and all of it
 * a second time for CommonJS, as `.d.cts`. Sources that only the code needs leave nothing.
 * @param entry absolute path of the source
 * @throws PackageError where a type is left to be inferred
 */
export function writeDeclarations(entry: string, out: string, name: string): void {
  const sources = reachedFrom(entry);
  const places = new Map([...sources.keys()].map((path) => [path, path === entry ? name : `types/${nameOf(path)}`]));
  if (new Set(places.values()).size < places.size) throw new PackageError('Two sources with types have one name');
  mkdirSync(join(out, 'types'), { recursive: true });
  for (const [path, { text, targets }] of sources) {
    const place = places.get(path) ?? '';
    for (const [declared, script] of [
      ['.d.ts', '.js'],
      ['.d.cts', '.cjs'],
    ] as const) {
      const named = text.replaceAll(
        /(\bfrom |\bimport\()(['"])(\.[^'"]+)\2/g,
        (_, before: string, mark: string, to: string) => {
          const target = places.get(targets.get(to) ?? '') ?? '';
          return `${before}${mark}${fromPlace(place, target)}${script}${mark}`;
        },
      );
      writeFileSync(join(out, `${place}${declared}`), named);
    }
  }
}

function reachedFrom(entry: string): Map<string, Declarations> {
  const found = new Map<string, Declarations>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const declarations = declare(path);
    found.set(path, declarations);
    waiting.push(...declarations.targets.values());
  }
  return found;
}

function declare(path: string): Declarations {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(path, 'utf8'), {
    fileName: path,
    compilerOptions: OPTIONS,
    reportDiagnostics: true,
  });
  const [wrong] = diagnostics;
  if (wrong) throw new PackageError(`${path}: ${ts.flattenDiagnosticMessageText(wrong.messageText, ' ')}`);
  const named = ts.preProcessFile(outputText, true, true).importedFiles.map(({ fileName }) => fileName);
  const foreign = named.find((file) => !file.startsWith('.'));
  if (foreign !== undefined) throw new PackageError(`${path} tells a type of ${foreign}, which is not in the package`);
  return { text: outputText, targets: new Map(named.map((file) => [file, resolve(dirname(path), file)])) };
}

const nameOf = (path: string): string => basename(path, '.ts');

/** The way from one file of the declarations to another, without its ending. */
function fromPlace(from: string, to: string): string {
  const isBelow = from.startsWith('types/');
  if (!to.startsWith('types/')) return isBelow ? `../${to}` : `./${to}`;
  return isBelow ? `./${to.slice('types/'.length)}` : `./${to}`;
}

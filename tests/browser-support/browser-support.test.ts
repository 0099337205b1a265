import { relative } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { isKnown, lacking, targets } from './engines.ts';
import { pageCode, programOf } from './page-code.ts';

/** Uses such as `src/a.ts: Request.body` that are prepared for an engine without it, and how. */
const guarded: Readonly<Record<string, string>> = {
  'src/sandbox/checks/body.ts: Request.body': 'undefined where there is none: the body is read whole',
  'src/site/offline/intent.ts: Window.requestIdleCallback': 'where there is none, a timer takes its place',
};

/** TypeScript's names of what the language calls otherwise. */
const languageNames: Readonly<Record<string, string>> = {
  IteratorObject: 'Iterator',
  ArrayIterator: 'Iterator',
  MapIterator: 'Iterator',
  SetIterator: 'Iterator',
  StringIterator: 'Iterator',
  RegExpStringIterator: 'Iterator',
  Generator: 'Iterator',
  CallableFunction: 'Function',
};

function standardName(name: string): string {
  return languageNames[name] ?? name.replace(/^Readonly(?=Array|Set|Map)|Constructor$/g, '');
}

/** Whether a declaration is of the web or of the language, not of a package or of ours. */
function isStandard(node: ts.Node): boolean {
  return /[\\/]typescript[\\/]lib[\\/]lib\.[\w.]+\.d\.ts$/.test(node.getSourceFile().fileName);
}

/** The interfaces that a mixin such as `Body` is part of. */
function hostsOf(program: ts.Program, mixin: string): string[] {
  return program
    .getSourceFiles()
    .filter((file) => isStandard(file))
    .flatMap((file) => file.statements.filter(ts.isInterfaceDeclaration))
    .filter(({ heritageClauses = [] }) =>
      heritageClauses.some(({ types }) => types.some(({ expression }) => expression.getText() === mixin)),
    )
    .map(({ name }) => name.text);
}

/** The features that the member of an object is a use of: one for each interface that the object may be of. */
function featuresOf(program: ts.Program, type: ts.Type, member: string): [owner: string, member: string][] {
  const declarations = program.getTypeChecker().getPropertyOfType(type, member)?.declarations ?? [];
  return declarations.filter(isStandard).flatMap(({ parent }) => {
    // `declare var URL: { parse(…): … }`: MDN's data marks what stands on the constructor.
    if (ts.isTypeLiteralNode(parent) && ts.isVariableDeclaration(parent.parent))
      return [[parent.parent.name.getText(), `${member}_static`] satisfies [string, string]];
    if (!ts.isInterfaceDeclaration(parent)) return [];
    const owners = (type.isUnion() ? type.types : [type]).map(({ symbol }) => standardName(symbol?.name ?? ''));
    const known = owners.filter((owner) => isKnown(owner, member));
    const declared = standardName(parent.name.text);
    const others = isKnown(declared, member) ? [declared] : hostsOf(program, parent.name.text);
    return (known.length > 0 ? known : others).map((owner): [string, string] => [owner, member]);
  });
}

/** The features that a node of the syntax tree is a use of, as paths of names. */
function usesIn(program: ts.Program, node: ts.Node): string[][] {
  const checker = program.getTypeChecker();
  if (ts.isPropertyAccessExpression(node)) {
    const type = checker.getNonNullableType(checker.getTypeAtLocation(node.expression));
    return featuresOf(program, checker.getApparentType(type), node.name.text);
  }
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = node.propertyName ?? node.name;
    return ts.isIdentifier(name) ? featuresOf(program, checker.getTypeAtLocation(node.parent), name.text) : [];
  }
  if (!ts.isIdentifier(node) || ts.isPropertyAccessExpression(node.parent)) return [];
  const isGlobal = (checker.getSymbolAtLocation(node)?.declarations ?? []).some(isStandard);
  return isGlobal ? [isKnown(node.text) ? [node.text] : ['Window', node.text]] : [];
}

/** Uses of what a supported browser lacks, such as `src/a.ts: Request.body`, and which lack it. */
function gaps(program: ts.Program, paths: ReadonlySet<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of program.getSourceFiles()) {
    const path = relative(root, file.fileName).replaceAll('\\', '/');
    if (!paths.has(path)) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isTypeNode(node)) return;
      for (const use of usesIn(program, node)) {
        const without = lacking(...use);
        if (without.length > 0) found.set(`${path}: ${use.join('.')}`, without);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

test('the supported browsers are known to the data', () => {
  expect(targets.map(({ browser }) => browser)).toEqual([
    'chrome',
    'edge',
    'firefox',
    'firefox',
    'safari',
    'safari_ios',
  ]);
  expect(targets.every(({ version }) => Number(version) > 0)).toBe(true);
});

test('what an engine lacks is found: a member, one of a mixin, one taken apart, a static, a global, an iterator’s', () => {
  const text = `
    export const body = new Request('').body;
    export const picked = (request: Pick<Request, 'body'>) => request.body;
    export const { body: taken, method } = new Request('');
    export const response = new Response('').body;
    export const iterated = [1].values().map((one) => one);
    export const parsed = URL.parse('a');
    export const idle = requestIdleCallback(() => undefined);
    export const cookies = cookieStore;
  `;
  const path = 'src/site/example.ts';
  const found = gaps(programOf([{ path, text }]), new Set([path]));
  expect([...found.keys()].sort()).toEqual([
    `${path}: Iterator.map`,
    `${path}: Request.body`,
    `${path}: URL.parse_static`,
    `${path}: Window.cookieStore`,
    `${path}: Window.requestIdleCallback`,
  ]);
});

test('pages use only what all supported browsers have, or are prepared for its absence', () => {
  const files = pageCode();
  expect(files.length).toBeGreaterThan(150);
  const found = gaps(programOf(files), new Set(files.map(({ path }) => path)));
  const open = [...found].filter(([use]) => !(use in guarded)).map(([use, without]) => `${use}: ${without.join(', ')}`);
  expect(open.sort()).toEqual([]);
  expect(
    Object.keys(guarded).filter((use) => !found.has(use)),
    'is not used any more',
  ).toEqual([]);
});

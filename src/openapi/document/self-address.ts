import { pathToFileURL } from 'node:url';
import { isRecord } from './refs.ts';

type Node = Record<string, unknown>;

/** Members that hold data: a `$ref` in them refers to nothing. */
const DATA = new Set(['example', 'default', 'enum', 'const', 'value', 'dataValue']);

/**
 * A document may say at which address it stands (`$self`), and refer to itself and its neighbours by theirs. Makes of such
 * references ones between files, in place: to itself, or relative to its own file. Any other address stays.
 * @see https://spec.openapis.org/oas/v3.2.0.html#establishing-the-base-uri
 */
export function localise(document: Node, file: string): void {
  const self = addressOf(document, file);
  if (self) visit(document, self);
}

/**
 * The same of one reference: the address of a security scheme, which is none where a component is called so.
 * @param document The parsed file in which it stands.
 */
export function localised(reference: string, document: unknown, file: string): string {
  const self = isRecord(document) ? addressOf(document, file) : undefined;
  return self ? localReference(reference, self) : reference;
}

/** The address that a document says to stand at, where that is not its own file's. */
function addressOf({ $self }: Node, file: string): URL | undefined {
  const own = pathToFileURL(file);
  if (typeof $self !== 'string' || !URL.canParse($self, own)) return undefined;
  const self = new URL($self, own);
  self.hash = '';
  return self.href === own.href ? undefined : self;
}

/** @param isResource Whether it stands in a schema with an address of its own, which relative references are relative to. */
function visit(node: unknown, self: URL, isResource = false): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, self, isResource);
    return;
  }
  if (!isRecord(node)) return;
  const isOwn = isResource || typeof node.$id === 'string';
  const rewrite = (holder: Node, key: string): void => {
    const reference = holder[key];
    if (typeof reference === 'string' && !(isOwn && !/^[a-z][a-z\d+.-]*:/i.test(reference)))
      holder[key] = localReference(reference, self);
  };
  rewrite(node, '$ref');
  if (isRecord(node.discriminator)) rewriteMapping(node.discriminator, rewrite);
  for (const [key, value] of Object.entries(node))
    if (!DATA.has(key) && !key.startsWith('x-')) visit(value, self, isOwn);
}

/** What has no sign of an address in it is the name of a schema. */
function rewriteMapping(discriminator: Node, rewrite: (holder: Node, key: string) => void): void {
  const { mapping, defaultMapping } = discriminator;
  if (isAddress(defaultMapping)) rewrite(discriminator, 'defaultMapping');
  if (!isRecord(mapping)) return;
  for (const [value, target] of Object.entries(mapping)) if (isAddress(target)) rewrite(mapping, value);
}

function isAddress(target: unknown): boolean {
  return typeof target === 'string' && /[/#:]/.test(target);
}

/** `https://example.com/api.yaml#/a` → `#/a`, `https://example.com/parts/b.yaml#/c` → `parts/b.yaml#/c`. */
function localReference(reference: string, self: URL): string {
  if (reference.startsWith('#') || !URL.canParse(reference, self)) return reference;
  const target = new URL(reference, self);
  const { hash } = target;
  target.hash = '';
  if (target.href === self.href) return hash || '#';
  if (target.origin !== self.origin || target.protocol !== self.protocol) return reference;
  return `${relativePath(self.pathname, target.pathname)}${hash}`;
}

function relativePath(from: string, to: string): string {
  const folder = from.split('/').slice(0, -1);
  const steps = to.split('/');
  let shared = 0;
  while (shared < folder.length && shared < steps.length - 1 && folder[shared] === steps[shared]) shared += 1;
  return decodeURI([...folder.slice(shared).map(() => '..'), ...steps.slice(shared)].join('/'));
}

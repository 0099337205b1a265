import { copyExact, isExact } from '../../../json-text/exact-number.ts';
import { setMember } from '../../../json-text/set-member.ts';
import { isRecord } from '../refs.ts';
import type { Path } from './select-nodes.ts';
import { pointerOf, selectNodes } from './select-nodes.ts';

/** One change, or the same change in several places. @see https://spec.openapis.org/overlay/v1.1.0.html#action-object */
export interface Action {
  /** A JSONPath. */
  target: string;
  update?: unknown;
  /** A JSONPath of the one node that is copied. */
  copy?: string;
  remove?: boolean;
}

/** An action that cannot be carried out. */
export class ActionError extends Error {
  /** The member of the action that is wrong. */
  readonly member: keyof Action;

  constructor(member: keyof Action, reason: string) {
    super(reason);
    this.member = member;
  }
}

/** What an action is carried out on; `root` is replaced where the whole is. */
export interface Holder {
  root: unknown;
}

type Kind = 'object' | 'list' | 'value';

/**
 * Carries out an action, in place.
 * @returns how many nodes it selects
 * @throws {ActionError} where it cannot be
 */
export function applyAction(holder: Holder, action: Action): number {
  const paths = select(holder.root, action, 'target');
  if (paths.length === 0) return 0;
  if (action.remove === true) removeAll(holder, paths);
  else if (action.update !== undefined || action.copy !== undefined) {
    const kinds = new Set(paths.map((path) => kindOf(at(holder.root, path))));
    if (kinds.size > 1) throw new ActionError('target', `selects nodes of several kinds: ${[...kinds].join(', ')}`);
    const member = action.copy === undefined ? 'update' : 'copy';
    const value = action.copy === undefined ? action.update : copied(holder.root, action);
    for (const path of paths) put(holder, path, merged(at(holder.root, path), value, { member, path }));
  }
  return paths.length;
}

function select(root: unknown, action: Action, member: 'target' | 'copy'): Path[] {
  const expression = action[member] ?? '';
  try {
    return selectNodes(root, expression);
  } catch (error) {
    const { location } = error as { location?: { start: { column: number } } };
    const where = location ? `, as of its character ${location.start.column}` : '';
    throw new ActionError(member, `is no JSONPath of RFC 9535${where}: \`${expression}\``);
  }
}

function copied(root: unknown, action: Action): unknown {
  const [path, ...others] = select(root, action, 'copy');
  if (path && others.length === 0) return at(root, path);
  const count = path ? `selects ${others.length + 1} nodes` : 'selects nothing';
  throw new ActionError('copy', `${count}, and has to select one: \`${action.copy ?? ''}\``);
}

interface Place {
  member: 'update' | 'copy';
  path: Path;
}

/** Objects are merged, lists get further items, a value takes the place of another. */
function merged(target: unknown, value: unknown, place: Place): unknown {
  const kind = kindOf(target);
  if (kind === 'list') return [...(target as unknown[]), ...copyExact<unknown[]>([value]).flat(1)];
  if (kind !== kindOf(value))
    throw new ActionError(
      place.member,
      `has ${a(kindOf(value))} where the document has ${a(kind)}, at ${pointerOf(place.path)}`,
    );
  if (kind === 'value') return value;
  const result = target as Record<string, unknown>;
  for (const [name, member] of Object.entries(value as Record<string, unknown>)) {
    const path = [...place.path, name];
    const known = Object.hasOwn(result, name);
    if (known && kindOf(result[name]) === 'list' && kindOf(member) !== 'list')
      throw new ActionError(
        place.member,
        `has ${a(kindOf(member))} where the document has a list, at ${pointerOf(path)}`,
      );
    setMember(result, name, known ? merged(result[name], member, { ...place, path }) : copyExact(member));
  }
  return result;
}

function removeAll(holder: Holder, paths: Path[]): void {
  // From the end of a list to its beginning: what is removed moves what follows.
  for (const path of paths.toReversed()) {
    const [parent, step] = [path.slice(0, -1), path.at(-1)];
    if (step === undefined) throw new ActionError('target', 'selects the whole document, which cannot be removed');
    const node = at(holder.root, parent);
    if (Array.isArray(node)) node.splice(Number(step), 1);
    else if (isRecord(node)) Reflect.deleteProperty(node, step);
  }
}

function at(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, step) =>
      typeof node === 'object' && node !== null && Object.hasOwn(node, step)
        ? (node as Record<string | number, unknown>)[step]
        : undefined,
    root,
  );
}

function put(holder: Holder, path: Path, value: unknown): void {
  const step = path.at(-1);
  if (step === undefined) holder.root = value;
  else setMember(at(holder.root, path.slice(0, -1)) as object, String(step), value);
}

function kindOf(value: unknown): Kind {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && value !== null && !isExact(value) ? 'object' : 'value';
}

function a(kind: Kind): string {
  return kind === 'object' ? 'an object' : `a ${kind}`;
}

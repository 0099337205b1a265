import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getLineColLocation, makeDocumentFromString } from '@redocly/openapi-core';
import type { Document } from '@redocly/openapi-core';
import { copyExact } from '../../../json-text/exact-number.ts';
import { isRecord, pointerName } from '../refs.ts';
import { aliasProblem } from '../aliases.ts';
import { DocumentError, placeText, shown, toDocumentError } from '../document-error.ts';
import type { Place } from '../document-error.ts';
import { keepDigits } from '../exact-numbers.ts';
import type { Action, Holder } from './apply-action.ts';
import { ActionError, applyAction } from './apply-action.ts';

/** A file of changes to OpenAPI documents. @see https://spec.openapis.org/overlay/v1.1.0.html */
export class Overlay {
  readonly #file: string;
  readonly #document: Document;
  readonly #root: Record<string, unknown>;

  /** @throws {DocumentError} where the file is none */
  constructor(file: string, text: string) {
    this.#file = file;
    this.#document = parsed(file, text);
    const root: unknown = this.#document.parsed;
    if (!isRecord(root)) throw new DocumentError({ file: shown(file) }, 'holds no object, so no overlay');
    this.#root = root;
    const { overlay: version, actions } = root;
    if (!/^1\.[012](?:\.|$)/.test(String(version)))
      throw this.#refusal(
        '#/overlay',
        `${version === undefined ? 'there is no version' : `this is overlay ${String(version)}`}; only Overlay 1.0, 1.1 and 1.2 are supported`,
      );
    if (!Array.isArray(actions) || actions.length === 0) throw this.#refusal('#/actions', 'there are no actions');
  }

  /** @throws {DocumentError} where the file cannot be read, or is no overlay */
  static async read(file: string): Promise<Overlay> {
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      throw toDocumentError(file, error);
    });
    return new Overlay(file, text);
  }

  /** The file that it is made for, where that is one of this machine. */
  get extended(): URL | undefined {
    const { extends: reference } = this.#root;
    const base = pathToFileURL(this.#file);
    if (typeof reference !== 'string' || !URL.canParse(reference, base)) return undefined;
    const url = new URL(reference, base);
    return url.protocol === 'file:' ? url : undefined;
  }

  /**
   * Carries out its actions, each on what the one before has left.
   * @param document The document's own file, and what is in it; that is changed.
   * @returns the changed document
   * @throws {DocumentError} where an action cannot be carried out
   */
  apply(document: { file: string; root: unknown }, warn: (line: string) => void): unknown {
    this.#checkExtends(document, warn);
    const holder: Holder = { root: document.root };
    (this.#root.actions as unknown[]).forEach((given, index) => {
      const action = this.#action(given, index);
      try {
        const count = applyAction(holder, action);
        if (count > 0) return;
        const place = placeText(this.#place(`#/actions/${index}/target`));
        warn(`${place}: selects nothing in ${shown(document.file)}, and changes nothing: \`${action.target}\``);
      } catch (error) {
        if (!(error instanceof ActionError)) throw error;
        throw this.#refusal(this.#pointerOf(given, index, error.member), error.message);
      }
    });
    return holder.root;
  }

  #checkExtends({ file, root }: { file: string; root: unknown }, warn: (line: string) => void): void {
    const { extends: reference } = this.#root;
    if (typeof reference !== 'string') return;
    const base = pathToFileURL(this.#file);
    const own = pathToFileURL(file);
    const wanted = URL.canParse(reference, base) ? new URL(reference, base) : undefined;
    const self = isRecord(root) && typeof root.$self === 'string' ? root.$self : own.href;
    const known = [own.href, URL.canParse(self, own) ? new URL(self, own).href : ''];
    // A copy of what is published elsewhere has its name.
    const isCopy = wanted?.protocol !== 'file:' && basename(wanted?.pathname ?? '') === basename(own.pathname);
    if (wanted && (known.includes(wanted.href) || isCopy)) return;
    warn(
      `${placeText(this.#place('#/extends'))}: is made for \`${reference}\`, and is applied to ${shown(file)} all the same`,
    );
  }

  /** An action with what it takes from a reusable one. */
  #action(given: unknown, index: number): Action {
    const pointer = `#/actions/${index}`;
    if (!isRecord(given)) throw this.#refusal(pointer, 'is no action');
    const action: Record<string, unknown> =
      given.$ref === undefined ? given : { ...this.#reused(given, pointer), ...given };
    const { target, update, copy, remove } = action;
    if (typeof target !== 'string') throw this.#refusal(pointer, 'has no `target`');
    if (copy !== undefined && typeof copy !== 'string') throw this.#refusal(`${pointer}/copy`, 'is no JSONPath');
    if (remove !== undefined && typeof remove !== 'boolean')
      throw this.#refusal(`${pointer}/remove`, 'is neither true nor false');
    if (remove !== true && update !== undefined && copy !== undefined)
      throw this.#refusal(pointer, 'has both `update` and `copy`');
    if (remove !== true && update === undefined && copy === undefined)
      throw this.#refusal(pointer, 'has neither `update` nor `copy` nor `remove: true`');
    return {
      target,
      ...(update !== undefined && { update }),
      ...(copy !== undefined && { copy }),
      ...(remove && { remove }),
    };
  }

  #reused({ $ref }: Record<string, unknown>, pointer: string): Record<string, unknown> {
    const { components } = this.#root;
    const actions = isRecord(components) && isRecord(components.actions) ? components.actions : {};
    const name = typeof $ref === 'string' && $ref.startsWith('#/components/actions/') ? pointerName($ref) : '';
    const found = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (!isRecord(found) || !isRecord(found.fields))
      throw this.#refusal(`${pointer}/$ref`, `leads to no reusable action: \`${String($ref)}\``);
    return found.fields;
  }

  /** Where a member of an action stands: a reusable action has those that it brings along. */
  #pointerOf(given: unknown, index: number, member: string): string {
    const own = `#/actions/${index}`;
    return isRecord(given) && Object.hasOwn(given, member) ? `${own}/${member}` : own;
  }

  #place(pointer: string): Place {
    const { source } = this.#document;
    const { start } = getLineColLocation({ source, pointer, reportOnKey: false });
    return { file: shown(this.#file), pointer, line: start.line };
  }

  #refusal(pointer: string, reason: string): DocumentError {
    return new DocumentError(this.#place(pointer), reason);
  }
}

function parsed(file: string, text: string): Document {
  try {
    const document = makeDocumentFromString(text, file) as Document;
    const problem = aliasProblem(document.parsed);
    if (problem !== undefined) throw new DocumentError({ file: shown(file) }, problem);
    keepDigits(text, document.parsed);
    return { ...document, parsed: copyExact<unknown>(document.parsed) };
  } catch (error) {
    throw toDocumentError(file, error);
  }
}

import type { Oas3Rule } from '@redocly/openapi-core';
import type { Faults, Spot } from './faults.ts';
import { isRecord } from './refs.ts';

interface Context {
  location: Spot & { child: (steps: (string | number)[]) => Spot };
}

/** A tag may be nested under another one: what is said of none, or of one that is nested under itself, is left out. */
export function tagRule(faults: Faults): Oas3Rule {
  return () => ({
    TagList(list: unknown, { location }: Context) {
      const tags: unknown[] = Array.isArray(list) ? list : [];
      const parents = new Map<unknown, unknown>(
        tags.flatMap((tag) => (isRecord(tag) ? [[tag.name, tag.parent] as const] : [])),
      );
      tags.forEach((tag, index) => {
        if (!isRecord(tag) || typeof tag.parent !== 'string') return;
        const fault = !parents.has(tag.parent)
          ? 'is no tag that the document declares, and is left out'
          : leadsBack(parents, tag.name)
            ? 'leads back to the tag itself, and is left out'
            : undefined;
        if (fault === undefined) return;
        faults.add(fault, location.child([index, 'parent']), tag.parent);
        parents.set(tag.name, undefined);
        delete tag.parent;
      });
    },
  });
}

function leadsBack(parents: ReadonlyMap<unknown, unknown>, name: unknown): boolean {
  const seen = new Set<unknown>();
  for (let at = parents.get(name); at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === name) return true;
    seen.add(at);
  }
  return false;
}

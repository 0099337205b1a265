import { BaseResolver, ResolveError } from '@redocly/openapi-core';
import type { Source } from '@redocly/openapi-core';

/** Reads the files of a document from this machine only: a `$ref` that names another host is refused, and nothing is asked of the network. */
export class LocalFiles extends BaseResolver {
  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    if (isRemote(absoluteRef)) throw new ResolveError(new Error('only files of this machine are read, no addresses'));
    return super.loadExternalRef(absoluteRef);
  }
}

export function isRemote(ref: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(ref);
}

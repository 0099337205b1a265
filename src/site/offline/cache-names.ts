/** What every cache of the offline copy begins with, in all versions there have been. */
export const CACHE_PREFIX = 'orbinto-offline-';

export const CACHES = {
  /** The files of the build that the worker belongs to. */
  kept: `${CACHE_PREFIX}kept`,
  /** Files with a hash in their names that come one at a time, or that the build before had. */
  assets: `${CACHE_PREFIX}assets`,
} as const;

/** Where the worker stands: at the root, for it answers no page above its own folder. */
export const WORKER = '/service-worker.js';
/** Where files with a hash in their names are. */
export const ASSETS = '/_astro/';
/** What is shown in place of a page that is not kept. */
export const OFFLINE_PAGE = '/offline/';

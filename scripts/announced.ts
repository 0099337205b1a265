// Part of `npm run check`: refuses a change of the specification that breaks clients of the last release and is not announced.
import { pathToFileURL } from 'node:url';
import { announcedIn, announcementFaults } from '../src/site/changes/announced.ts';
import { computedChanges, NEXT } from '../src/site/changes/releases.ts';
import { root } from './paths.ts';

const project = pathToFileURL(`${root}/`);
const next = (await computedChanges(new URL('spec/', project))).find(({ version }) => version === NEXT);
const faults = announcementFaults(
  next?.changes ?? [],
  await announcedIn(new URL('content/changelog/next.md', project)),
);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;

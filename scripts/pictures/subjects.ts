import { pageKinds } from './page-kinds.ts';
import {
  askDoctor,
  emitEvent,
  openHistory,
  openPanel,
  openStrip,
  pasteRequest,
  playPlayground,
  runMachine,
  searchSite,
  sendRequest,
  signInByStep,
  spendLimits,
  stepWorkflow,
  turnPages,
} from './stages.ts';
import type { Subject } from './views.ts';

/** Any operation with a body, on whose page the tools of consoles are shown. */
const OPERATION = '/reference/contacts/create-contact/';

export const tools: readonly Subject[] = [
  { name: 'console', address: OPERATION, stage: (page) => sendRequest(page).then(() => page.locator('.ob-console')) },
  { name: 'paste', address: OPERATION, stage: pasteRequest },
  { name: 'history', address: OPERATION, stage: openHistory },
  { name: 'strip', address: OPERATION, stage: openStrip },
  { name: 'search', address: '/guides/errors/', stage: searchSite },
  { name: 'panel', address: '/guides/sandbox/', stage: openPanel },
  { name: 'playground-played', address: '/playground/', stage: playPlayground },
  { name: 'time-machine', address: '/guides/webhooks/', stage: runMachine },
  { name: 'doctor', address: '/guides/signature-doctor/', stage: askDoctor },
  { name: 'emit', address: '/reference/events/conversation.rated/', stage: emitEvent },
  { name: 'limits', address: '/guides/rate-limits/', stage: spendLimits },
  { name: 'paging', address: '/guides/pagination/', stage: turnPages },
  { name: 'sign-in', address: '/guides/authentication/', stage: signInByStep },
  { name: 'workflow', address: '/workflows/', stage: stepWorkflow },
];

/** All that pictures are taken of: each kind of page, and each tool in use. */
export const subjects: readonly Subject[] = [...pageKinds, ...tools];

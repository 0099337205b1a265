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
import {
  askBeforeLive,
  askBeforeReset,
  clearHistory,
  compareAnswers,
  failToSend,
  openSignIn,
  playReplay,
  sendInvalid,
  showShortcuts,
} from './states.ts';
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

/** Dialogs, and tools with something to ask, to refuse or to compare. */
export const states: readonly Subject[] = [
  { name: 'shortcuts', address: OPERATION, stage: showShortcuts },
  { name: 'sign-in-dialog', address: OPERATION, stage: openSignIn },
  { name: 'live-dialog', address: OPERATION, stage: askBeforeLive },
  { name: 'console-failed', address: OPERATION, stage: failToSend },
  { name: 'console-refused', address: OPERATION, stage: sendInvalid },
  { name: 'history-empty', address: OPERATION, stage: clearHistory },
  { name: 'history-compared', address: OPERATION, stage: compareAnswers },
  { name: 'replay-played', address: '/sandbox/replay/', stage: playReplay },
  { name: 'panel-asking', address: '/guides/sandbox/', stage: askBeforeReset },
];

/** All that pictures are taken of: each kind of page, each tool in use, and what may come up in between. */
export const subjects: readonly Subject[] = [...pageKinds, ...tools, ...states];

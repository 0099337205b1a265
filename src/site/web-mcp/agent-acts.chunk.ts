/** What shows readers the acts of an agent: in the history, and in a notice that is there while it works. */
export { AgentSection } from './AgentActs.tsx';
export { forgetActs, hasActs } from './acts.ts';
export { showNotice } from './notice.ts';

/** The session of a tab as a link. Fetched when what shows it is opened. */
export { ReplayControls } from './ReplayControls.tsx';

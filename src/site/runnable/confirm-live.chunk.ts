/** The question before a call to live, with its looks; pages without a console fetch it only when they ask. */
import '../ui/controls.css';
export { confirmLive } from '../ui/confirm-live.ts';

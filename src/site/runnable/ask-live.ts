/** The question before a call to live, with its looks; pages without a console fetch it only when they ask. */
import '../console/controls.css';
export { confirmLive } from '../explorer/confirm-live.ts';

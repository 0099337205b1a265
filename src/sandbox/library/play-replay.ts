import { play } from '../replay/play.ts';
import type { PlayedStep } from '../replay/played-step.ts';
import type { ReplayFile } from '../replay/replay-file.ts';

/**
 * Plays a session, request by request, in a sandbox of its own. The time goes by as the file says, at once, and nothing is sent over a
 * network: the same file gives the same answers, to the byte, wherever it is played.
 */
export function playReplay(file: ReplayFile): AsyncGenerator<PlayedStep> {
  return play(file);
}

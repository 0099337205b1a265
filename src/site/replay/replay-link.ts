/**
 * A link that carries a session: `#replay=` and the file, packed, in base64url. A fragment is not sent to any server. Anybody may
 * have written it: it is read as text, and no further than a file may be long.
 */
import { sandbox as policy } from '../../sandbox/generated/policies.ts';
import type { ReplayFile } from '../../sandbox/replay/replay-file.ts';
import { FRAGMENT } from './take-fragment.ts';

/** The way to the player with a session; undefined where that is too long for a link. */
export async function linkToReplay(file: ReplayFile, player: string): Promise<string | undefined> {
  const packed = await pack(JSON.stringify(file));
  const link = `${player}#${FRAGMENT}=${packed}`;
  return packed.length > policy.replay_link_characters ? undefined : link;
}

/** @see https://www.rfc-editor.org/rfc/rfc1951 · https://www.rfc-editor.org/rfc/rfc4648#section-5 */
async function pack(text: string): Promise<string> {
  const packed = new Response(text).body?.pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The file in a link. @throws Error in one line where the link is damaged, or unpacks to more than a file may be */
export async function unpackReplay(packed: string): Promise<string> {
  if (packed.length > policy.replay_link_characters)
    throw new Error('The link is longer than one of this site can be.');
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return await readAll(new Response(bytes).body?.pipeThrough(new DecompressionStream('deflate-raw')));
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new Error('The link is damaged: part of it is missing or was changed. Ask for it again.', { cause: error });
  }
}

async function readAll(stream: ReadableStream<Uint8Array> | undefined): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = stream?.getReader();
  let text = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length <= policy.replay_characters) continue;
    void reader?.cancel().catch(() => undefined);
    throw new RangeError('The link unpacks to more than a replay file may hold.');
  }
  return text + decoder.decode();
}

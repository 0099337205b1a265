import { hostedUrl } from '../session/environments.ts';
import { checkMockUrl } from '../session/mock/mock-url.ts';
import { isWorkspaceKey } from '../session/own-workspaces.ts';
import type { Session } from '../session/session.ts';
import type { WorkspaceLink } from './workspace-link.ts';

/**
 * Has the session work in the workspace of a link. Anybody can write a link: it chooses a sandbox in this browser, on this machine or
 * the hosted one, and never another server.
 * @returns what is wrong with it; undefined once it is followed
 */
export function followLink(session: Session, { key, at }: WorkspaceLink): string | undefined {
  if (!isWorkspaceKey(key)) return 'The link that opened this page names no workspace. Ask for it again.';
  if (at === undefined) session.chooseEnvironment('sandbox');
  else if (at === hostedUrl) session.chooseEnvironment('hosted');
  else {
    const { url } = checkMockUrl(at);
    if (url === undefined)
      return 'The link that opened this page leads to a sandbox that this site does not know. It is not followed.';
    session.setMockUrl(url);
    session.chooseEnvironment('mock');
  }
  session.useWorkspace({ key, expiresAt: null });
  return undefined;
}

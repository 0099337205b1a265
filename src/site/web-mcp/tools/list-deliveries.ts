import { ToolError } from '../../../sandbox/mcp/tool.ts';
import { listDeliveriesTool } from '../../../sandbox/mcp/tools/list-deliveries.ts';
import { pageSandbox } from '../../session/environments.ts';
import { pageSession } from '../../session/page-session.ts';
import type { PageTool } from '../page-tool.ts';

const tool = listDeliveriesTool(async ({ method, target }) => {
  const { environment, key } = pageSession();
  if (environment.id !== 'sandbox')
    throw new ToolError(
      `The user has chosen ${environment.name}; deliveries are told of the sandbox in the page alone.`,
    );
  return (await pageSandbox.load()).control(target, { method }, key);
});

/** Tells of the deliveries in the workspace of the key that the reader has chosen. */
export const listDeliveries: PageTool['call'] = async (given) => tool.call(given);

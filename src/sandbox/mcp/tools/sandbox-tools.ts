import { createLibrary } from '../library.ts';
import type { Library } from '../library.ts';
import type { Tool, ToolDefinition } from '../tool.ts';
import { callSandboxTool } from './call-api.ts';
import type { SendToApi } from './call-api.ts';
import { describeOperationTool } from './describe-operation.ts';
import { listDeliveriesTool } from './list-deliveries.ts';
import { readPageTool } from './read-page.ts';
import { searchTool } from './search.ts';

/** What agents can do wherever there is a sandbox. @param api sends to `/v1` @param control sends to `/_sandbox` */
export function sandboxTools(library: Library, api: SendToApi, control: SendToApi): Tool[] {
  return [
    searchTool(library),
    readPageTool(library),
    describeOperationTool(library),
    callSandboxTool(library, api),
    listDeliveriesTool(control),
  ];
}

/** How the tools are told to agents, for those who tell people of them. */
export function sandboxToolDefinitions(): ToolDefinition[] {
  const nobody: SendToApi = () => Promise.reject(new Error('This sandbox only tells what it can do.'));
  return sandboxTools(createLibrary(), nobody, nobody).map(({ definition }) => definition);
}

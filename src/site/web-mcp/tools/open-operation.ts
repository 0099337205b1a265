import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { visibleJson } from '../../../sandbox/mcp/visible-text.ts';
import { contentOf, editableParameters, exampleText } from '../../console/request/input/request-input.ts';
import { noteAct } from '../acts.ts';
import { showNotice } from '../notice.ts';
import { isKeptOpen } from '../console-state.ts';
import { exampleFragment } from '../fill-form.ts';
import { isHere, operationCalled } from '../known-operations.ts';
import { leaveFor } from '../leave-for.ts';
import { showConsole } from '../page-console.ts';
import type { PageTool } from '../page-tool.ts';

/** Opens the page of an operation with its console, and tells what the console asks for. */
export const openOperation: PageTool['call'] = async ({ operationId }) => {
  const known = await operationCalled(String(operationId));
  const { operation, page } = known;
  const closes = !isKeptOpen();
  const path = isHere(known) ? undefined : location.pathname;
  if (path === undefined) await showConsole();
  // A link to a call opens the console.
  else leaveFor(page + exampleFragment(operation));
  const changes = closes || path !== undefined;
  noteAct(`Opened ${operation.method} ${operation.path}`, changes ? { kind: 'place', path, closes } : undefined);
  showNotice();
  return { text: visibleJson({ ...outline(operation), page }) };
};

/** What can be filled in. */
function outline(operation: BundledOperation): object {
  const { operationId, method, path, summary, body } = operation;
  const content = contentOf(operation);
  return {
    operationId,
    method,
    path,
    summary,
    parameters: editableParameters(operation).map((parameter) => ({
      name: parameter.name,
      in: parameter.in,
      required: parameter.required,
      description: parameter.description,
      ...(parameter.example !== undefined && { example: exampleText(parameter) }),
    })),
    ...(body && {
      body: {
        required: body.required,
        mediaType: content?.mediaType,
        schema: content?.schema,
        example: content?.examples[0]?.value,
      },
      $defs: operation.$defs,
    }),
  };
}

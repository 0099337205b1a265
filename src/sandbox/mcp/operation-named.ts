import type { DescribedOperation } from './described-operation.ts';
import { ToolError } from './tool.ts';
import { quoted } from './visible-text.ts';

/** @throws ToolError that names those there are */
export function operationNamed(
  operations: ReadonlyMap<string, DescribedOperation>,
  operationId: string,
): DescribedOperation {
  const found = operations.get(operationId);
  if (found) return found;
  throw new ToolError(`There is no operation ${quoted(operationId)}. There are: ${[...operations.keys()].join(', ')}.`);
}

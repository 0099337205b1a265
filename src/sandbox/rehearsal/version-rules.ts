import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import type { Policies } from '../../openapi/document/policies.ts';
import type { Validator } from '../checks/validate-body.ts';
import type { LevelScopes } from '../checks/authorize.ts';
import { operations as ownOperations } from '../generated/operations.ts';
import type { OperationId } from '../generated/operations.ts';
import { levels as ownLevels, plans as ownPlans } from '../generated/policies.ts';
import { createRouter } from '../http/router.ts';
import type { Rules } from '../http/rules.ts';
import type { Operation } from '../operations/operation.ts';
import type { Plans } from '../rate-limit/count-request.ts';
import { operationRows } from './operation-rows.ts';

/** A version of the spec that requests are answered by. */
export interface SpecVersion {
  /** OpenAPI 3.1, bundled. */
  document: OpenApiDocument;
  policies?: Policies | undefined;
  /** Of its request bodies, by the operationIds of the document. */
  validators: Readonly<Record<string, Validator>>;
}

/**
 * What a version asks of requests. Who answers is the code of this version: an operation that the document calls otherwise is found by
 * its method and path, and one that this version does not have is not there.
 */
export function rulesOfVersion({ document, policies, validators }: SpecVersion): Rules {
  const rows = JSON.parse(JSON.stringify(operationRows(document))) as Operation[];
  const known = rows.flatMap((row) => {
    const own = ownOperation(row);
    return own ? [{ row, own }] : [];
  });
  // Who signs in how is not played: an operation without a scope is open to the keys that it is open to now.
  const table = known.map(({ row, own }): Operation<OperationId> => ({
    ...row,
    id: own.id,
    path: withNames(row.path, own.path),
    scope: row.scope ?? own.scope,
    level: row.level ?? own.level,
  }));
  const bodies = known.flatMap(({ row, own }) => {
    const validate = validators[row.id];
    return validate ? [[own.id, validate] as const] : [];
  });
  return {
    route: createRouter(table),
    validators: Object.fromEntries(bodies),
    levels: levelsOf(policies),
    plans: plansOf(policies),
  };
}

function ownOperation({ id, method, path }: Operation): Operation<OperationId> | undefined {
  const shape = (one: string): string => one.replaceAll(/\{\w+\}/g, '{}');
  return (
    ownOperations.find((own) => own.id === id) ??
    ownOperations.find((own) => own.method === method && shape(own.path) === shape(path))
  );
}

/** A path whose parameters are called as the handlers call them. */
function withNames(path: string, own: string): string {
  const names = own.match(/\{\w+\}/g) ?? [];
  let index = 0;
  return path.replaceAll(/\{\w+\}/g, (name) => names[index++] ?? name);
}

function levelsOf(policies: Policies | undefined): LevelScopes {
  const told = policies?.key_levels.map(({ id, scopes }) => [id, new Set<string>(scopes)] as const) ?? [];
  return { ...ownLevels, ...Object.fromEntries(told) };
}

function plansOf(policies: Policies | undefined): Plans {
  return { ...ownPlans, ...Object.fromEntries(policies?.plans.map((plan) => [plan.id, plan] as const) ?? []) };
}

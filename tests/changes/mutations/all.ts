import type { Mutation } from './edit.ts';
import { operationMutations } from './operations.ts';
import { ruleMutations } from './rules.ts';
import { fieldMutations, unionMutations } from './schemas.ts';

export const mutations: readonly Mutation[] = [
  ...operationMutations,
  ...fieldMutations,
  ...unionMutations,
  ...ruleMutations,
];

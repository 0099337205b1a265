import { pagination } from '../../../sandbox/generated/policies.ts';
import { expectOk } from '../../sandbox-answer.ts';
import { ask, claim, refusal } from './ground.ts';
import type { FigureProof } from './ground.ts';

interface Page {
  data: readonly unknown[];
}

/** A page of a list that has more, without a word of how long it should be. */
export const pageSize: FigureProof = async (sandbox) => {
  const { data } = await expectOk<Page>(await ask(sandbox, 'GET', '/v1/conversations'));
  return [claim(`GET /v1/conversations: ${data.length} records`, data.length === pagination.default_size)];
};

/** The longest page, and one that would be longer by one. */
export const maxPageSize: FigureProof = async (sandbox) => {
  const path = (size: number) => `/v1/conversations?per_page=${size}`;
  const { max_size: most } = pagination;
  const { data } = await expectOk<Page>(await ask(sandbox, 'GET', path(most)));
  return [
    claim(`per_page=${most}: ${data.length} records`, data.length === most),
    await refusal(`per_page=${most + 1}`, await ask(sandbox, 'GET', path(most + 1)), 'invalid_query_parameter'),
  ];
};

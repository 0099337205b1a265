import type { Handler, Handlers } from './handler.ts';
import { found } from './not-found.ts';
import { paginate } from './pagination.ts';

const listOperators: Handler<'listOperators'> = ({ query, cursor }, { workspace }) => {
  const { status } = query;
  const { operators } = workspace.records;
  return paginate(operators.rows, query, cursor, status ? (operator) => operator.status === status : undefined);
};

const getOperator: Handler<'getOperator'> = ({ path }, { workspace }) =>
  found(workspace.records.operators.get(path.id), 'operator', path.id);

const listOperatorAssignments: Handler<'listOperatorAssignments'> = ({ path, query, cursor }, { workspace }) => {
  const { status } = query;
  const { operators, assignments, conversations } = workspace.records;
  found(operators.get(path.id), 'operator', path.id);
  const conversationOf = (id: string) => found(conversations.get(id), 'conversation', id).value;
  const matches = status ? ({ id }: { id: string }) => conversationOf(id).status === status : undefined;
  return paginate(assignments.group(path.id), query, cursor, matches).map(({ id, operator_id, assigned_at }) => {
    const conversation = conversationOf(id);
    return {
      conversation_id: id,
      operator_id,
      conversation_status: conversation.status,
      visitor: conversation.visitor,
      assigned_at,
    };
  });
};

export const operatorHandlers = { listOperators, getOperator, listOperatorAssignments } satisfies Partial<Handlers>;

<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Resource;

use Orbinto\Exception\OrbintoException;
use Orbinto\Internal\Caller;
use Orbinto\Internal\Operation;
use Orbinto\Model\Assignment;
use Orbinto\Model\AssignmentList;
use Orbinto\Paginator;
use Orbinto\RequestOptions;

/** What `operators.assignments` offers. */
final class OperatorsAssignments
{
    /** @internal the client makes it */
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * List assignments of an operator.
     *
     * Returns the conversations assigned to an operator, latest assignment first. Closed conversations stay assigned.
     *
     * @param string $id The operator's id.
     * @param array{status?: 'open'|'closed', page?: int, per_page?: int, after?: string, limit?: int} $params
     *   - `status` 'open'|'closed': Only assignments of open or only of closed conversations.
     *   - `page` int: Page number (offset-based). Not together with `after` or `limit`.
     *   - `per_page` int: Items per page (max: 100). Not together with `after` or `limit`.
     *   - `after` string: Cursor for forward pagination, the id of the conversation of an assignment of this
     *     operator. Returns what comes after it in the list. Not together with `page` or `per_page`.
     *   - `limit` int: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest record.
     *     Not together with `page` or `per_page`.
     * @param RequestOptions|null $options what is different for this call
     * @return Paginator<Assignment>
     * @throws OrbintoException when pages are asked for with codes such as invalid_query_parameter,
     *   unknown_query_parameter, invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
     *   invalid_access_token, insufficient_scope, not_found, rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/operators/list-operator-assignments/
     */
    public function list(string $id, array $params = [], ?RequestOptions $options = null): Paginator
    {
        return $this->caller->list(new Operation(
            'operators.assignments.list',
            'GET',
            '/operators/{id}/assignments',
            ids: ['id' => $id],
            query: $params,
            result: AssignmentList::class,
            isRepeatable: true,
        ), $options);
    }
}

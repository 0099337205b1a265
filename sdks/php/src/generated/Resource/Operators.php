<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Resource;

use Orbinto\Exception\OrbintoException;
use Orbinto\Internal\Caller;
use Orbinto\Internal\Operation;
use Orbinto\Model\Operator;
use Orbinto\Model\OperatorList;
use Orbinto\Paginator;
use Orbinto\RequestOptions;

/** Retrieve operator profiles, availability status, and assignments. */
final class Operators
{
    public readonly OperatorsAssignments $assignments;

    /** @internal the client makes it */
    public function __construct(private readonly Caller $caller)
    {
        $this->assignments = new OperatorsAssignments($caller);
    }

    /**
     * List operators.
     *
     * Returns the operators of your workspace, newest first.
     *
     * @param array{status?: 'online'|'offline', page?: int, per_page?: int, after?: string, limit?: int} $params
     *   - `status` 'online'|'offline': Only operators who are online, or only those who are offline.
     *   - `page` int: Page number (offset-based). Not together with `after` or `limit`.
     *   - `per_page` int: Items per page (max: 100). Not together with `after` or `limit`.
     *   - `after` string: Cursor for forward pagination, the id of an operator. Returns what comes after it in the
     *     list. Not together with `page` or `per_page`.
     *   - `limit` int: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest record.
     *     Not together with `page` or `per_page`.
     * @param RequestOptions|null $options what is different for this call
     * @return Paginator<Operator>
     * @throws OrbintoException when pages are asked for with codes such as invalid_query_parameter,
     *   unknown_query_parameter, invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
     *   invalid_access_token, insufficient_scope, rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/operators/list-operators/
     */
    public function list(array $params = [], ?RequestOptions $options = null): Paginator
    {
        return $this->caller->list(new Operation(
            'operators.list',
            'GET',
            '/operators',
            query: $params,
            result: OperatorList::class,
            isRepeatable: true,
        ), $options);
    }

    /**
     * Get an operator.
     *
     * Returns one operator's profile and availability.
     *
     * @param string $id The operator's id.
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_url, unknown_query_parameter, missing_api_key,
     *   invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
     *   rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/operators/get-operator/
     */
    public function get(string $id, ?RequestOptions $options = null): Operator
    {
        return $this->caller->call(new Operation(
            'operators.get',
            'GET',
            '/operators/{id}',
            ids: ['id' => $id],
            result: Operator::class,
            isRepeatable: true,
        ), $options);
    }
}

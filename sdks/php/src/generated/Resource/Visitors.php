<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Resource;

use Orbinto\Exception\OrbintoException;
use Orbinto\Internal\Caller;
use Orbinto\Internal\Operation;
use Orbinto\Model\Visitor;
use Orbinto\Model\VisitorList;
use Orbinto\Paginator;
use Orbinto\RequestOptions;

/** Access real-time and historical visitor data including sessions and pageviews. */
final class Visitors
{
    public readonly VisitorsSessions $sessions;
    public readonly VisitorsPageviews $pageviews;

    /** @internal the client makes it */
    public function __construct(private readonly Caller $caller)
    {
        $this->sessions = new VisitorsSessions($caller);
        $this->pageviews = new VisitorsPageviews($caller);
    }

    /**
     * List visitors.
     *
     * Returns the visitors of your website, newest first by their first visit.
     *
     * @param array{online?: bool, page?: int, per_page?: int, after?: string, limit?: int} $params
     *   - `online` bool: Only visitors who are on your website now (`true`), or only those who are not (`false`).
     *   - `page` int: Page number (offset-based). Not together with `after` or `limit`.
     *   - `per_page` int: Items per page (max: 100). Not together with `after` or `limit`.
     *   - `after` string: Cursor for forward pagination, the id of a visitor. Returns what comes after it in the
     *     list. Not together with `page` or `per_page`.
     *   - `limit` int: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest record.
     *     Not together with `page` or `per_page`.
     * @param RequestOptions|null $options what is different for this call
     * @return Paginator<Visitor>
     * @throws OrbintoException when pages are asked for with codes such as invalid_query_parameter,
     *   unknown_query_parameter, invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
     *   invalid_access_token, insufficient_scope, rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/visitors/list-visitors/
     */
    public function list(array $params = [], ?RequestOptions $options = null): Paginator
    {
        return $this->caller->list(new Operation(
            'visitors.list',
            'GET',
            '/visitors',
            query: $params,
            result: VisitorList::class,
            isRepeatable: true,
        ), $options);
    }

    /**
     * Get a visitor.
     *
     * Returns one visitor.
     *
     * @param string $id The visitor's id.
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_url, unknown_query_parameter, missing_api_key,
     *   invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
     *   rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/visitors/get-visitor/
     */
    public function get(string $id, ?RequestOptions $options = null): Visitor
    {
        return $this->caller->call(new Operation(
            'visitors.get',
            'GET',
            '/visitors/{id}',
            ids: ['id' => $id],
            result: Visitor::class,
            isRepeatable: true,
        ), $options);
    }
}

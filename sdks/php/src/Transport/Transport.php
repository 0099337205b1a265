<?php

declare(strict_types=1);

namespace Orbinto\Transport;

use Orbinto\Exception\ConnectionException;
use Orbinto\Exception\TimeoutException;

/** What carries a request to the API. Give the client one of your own, such as a fake for tests, as `transport`. */
interface Transport
{
    /**
     * Sends one request, once, and gives whatever is answered: statuses are none of its business, redirects are not followed.
     *
     * @throws ConnectionException where no whole answer arrived
     * @throws TimeoutException where it did not arrive within `$request->timeout` seconds
     */
    public function send(Request $request): Response;
}

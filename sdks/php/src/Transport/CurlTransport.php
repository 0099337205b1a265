<?php

declare(strict_types=1);

namespace Orbinto\Transport;

use CurlHandle;
use Orbinto\Exception\CancelledException;
use Orbinto\Exception\ConfigurationException;
use Orbinto\Exception\ConnectionException;
use Orbinto\Exception\OrbintoException;
use Orbinto\Exception\TimeoutException;
use Orbinto\Internal\Loop;

/** Carries requests with ext-curl. One connection is kept open from call to call. */
final class CurlTransport implements Transport
{
    /** What happens before anything of the request has left: proxy or host not found, no connection, no TLS. */
    private const NOT_SENT = [CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_SSL_CONNECT_ERROR];

    private ?CurlHandle $handle = null;
    private int $process = 0;

    /**
     * @param array<int, mixed> $options more options of curl, such as `[CURLOPT_PROXY => 'http://proxy:3128']`
     * @throws ConfigurationException without ext-curl
     */
    public function __construct(private readonly array $options = [])
    {
        if (!extension_loaded('curl')) {
            throw new ConfigurationException(
                'The extension curl is missing. Install it (php-curl), or give the client another transport.',
            );
        }
    }

    public function send(Request $request): Response
    {
        if ($request->isCancelled !== null && !Loop::isRunning()) {
            return Loop::all([fn (): Response => $this->send($request)], 1)[0];
        }
        $isShared = Loop::isRunning();
        $handle = $isShared ? self::made() : $this->handle();
        $headers = [];
        curl_setopt_array($handle, $this->optionsOf($request, $headers) + $this->options);
        if ($isShared) {
            $code = Loop::perform($handle, $request->isCancelled);
            $body = (string) curl_multi_getcontent($handle);
        } else {
            $body = (string) curl_exec($handle);
            $code = curl_errno($handle);
        }
        if ($code !== CURLE_OK) {
            throw $this->failure($code, curl_error($handle), $request);
        }
        return new Response((int) curl_getinfo($handle, CURLINFO_RESPONSE_CODE), $headers, $body);
    }

    /** A process that was forked off must not write into the connection of the first one. */
    private function handle(): CurlHandle
    {
        if ($this->handle === null || $this->process !== getmypid()) {
            $this->handle = self::made();
            $this->process = (int) getmypid();
        }
        curl_reset($this->handle);
        return $this->handle;
    }

    private static function made(): CurlHandle
    {
        $handle = curl_init();
        return $handle !== false ? $handle : throw new ConfigurationException('curl cannot be started.');
    }

    /**
     * @param array<string, list<string>> $headers filled while the answer comes in
     * @return array<int, mixed>
     */
    private function optionsOf(Request $request, array &$headers): array
    {
        $options = [
            CURLOPT_URL => $request->url,
            CURLOPT_CUSTOMREQUEST => $request->method,
            CURLOPT_NOBODY => $request->method === 'HEAD',
            CURLOPT_HTTPHEADER => $this->linesOf($request),
            CURLOPT_TIMEOUT_MS => max(1, (int) ceil($request->timeout * 1000)),
            CURLOPT_NOSIGNAL => true,
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
            CURLOPT_PATH_AS_IS => true,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_ENCODING => '',
            // On a connection that has been used, curl would send a request again by itself when the server closes it.
            CURLOPT_FRESH_CONNECT => !$request->isRepeatable,
            CURLOPT_HEADERFUNCTION => static function (CurlHandle $handle, string $line) use (&$headers): int {
                if (str_starts_with($line, 'HTTP/')) {
                    $headers = [];
                } elseif (str_contains($line, ':')) {
                    [$name, $value] = explode(':', $line, 2);
                    $headers[strtolower(trim($name))][] = trim($value);
                }
                return strlen($line);
            },
        ];
        if ($request->body !== null) {
            $options[CURLOPT_POSTFIELDS] = $request->body;
        }
        return $options;
    }

    /** @return list<string> */
    private function linesOf(Request $request): array
    {
        // Without these, curl would wait for leave to send a longer body, and name a type for it.
        $lines = ['Expect:'];
        if (!array_key_exists('Content-Type', $request->headers)) {
            $lines[] = 'Content-Type:';
        }
        foreach ($request->headers as $name => $value) {
            // A header without a value is written with a semicolon.
            $lines[] = $value === '' ? "$name;" : "$name: $value";
        }
        return $lines;
    }

    private function failure(int $code, string $reason, Request $request): OrbintoException
    {
        // What is left of the connection belongs to the call that failed.
        $this->handle = null;
        if ($code === CURLE_OPERATION_TIMEDOUT) {
            return TimeoutException::after($request->timeout, $request->place());
        }
        if ($code === CURLE_ABORTED_BY_CALLBACK) {
            return new CancelledException("The call of {$request->place()} was cancelled");
        }
        $wasSent = !in_array($code, self::NOT_SENT, true);
        return ConnectionException::of($request->place(), $reason !== '' ? $reason : (string) curl_strerror($code), $wasSent);
    }
}

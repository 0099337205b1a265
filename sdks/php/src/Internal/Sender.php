<?php

declare(strict_types=1);

namespace Orbinto\Internal;

use Closure;
use Orbinto\CallInfo;
use Orbinto\Exception\ApiException;
use Orbinto\Exception\CancelledException;
use Orbinto\Exception\ConfigurationException;
use Orbinto\Exception\ConnectionException;
use Orbinto\Exception\OrbintoException;
use Orbinto\Exception\TimeoutException;
use Orbinto\RequestOptions;
use Orbinto\Transport\Request;
use Orbinto\Transport\Response;

/**
 * Sends one call, as often as it takes, and tells the hooks and the log.
 *
 * @internal
 */
final class Sender
{
    /** @param Closure(Response): ApiException $failure what becomes of an answer that is no success */
    public function __construct(private readonly Settings $settings, private readonly Closure $failure)
    {
    }

    /**
     * @param Closure(): array<string, string> $headers asked for each try, since a token may have been renewed
     * @throws OrbintoException
     */
    public function send(
        string $operation,
        string $method,
        string $url,
        Closure $headers,
        ?string $body,
        bool $isRepeatable,
        RequestOptions $options,
    ): Response {
        $began = hrtime(true);
        $timeout = $options->timeout ?? $this->settings->timeout;
        if (!($timeout > 0)) {
            throw new ConfigurationException('timeout is a number of seconds above 0.');
        }
        $path = (string) parse_url($url, PHP_URL_PATH);
        $elapsed = static fn (): float => (hrtime(true) - $began) / 1e9;
        $mayRepeat = $isRepeatable || $options->retryUnsafe;
        $try = 0;
        while (true) {
            $try++;
            // CallInfo by named arguments: what changes from hook to hook.
            $info = static fn (mixed ...$more): CallInfo
                => new CallInfo($operation, $method, $path, $try, $elapsed(), ...$more);
            if ($options->cancel !== null && ($options->cancel)()) {
                throw new CancelledException("The call of $path was cancelled");
            }
            $left = max(0.001, $this->settings->totalTimeout - $elapsed());
            $request = new Request($method, $url, $headers(), $body, min($timeout, $left), $mayRepeat, $options->cancel);
            $this->tell($this->settings->hooks->before, $info());
            try {
                $response = $this->settings->transport->send($request);
                $facts = ['status' => $response->status, 'requestId' => $response->header(Spec::REQUEST_ID_HEADER)];
                $this->tell($this->settings->hooks->after, $info(...$facts));
                if ($response->status >= 200 && $response->status < 300) {
                    $this->log($info(...$facts));
                    return $response;
                }
                $error = ($this->failure)($response);
            } catch (ConnectionException | TimeoutException $broken) {
                $facts = [];
                $error = $mayRepeat ? $broken : $broken->mayHaveRun($method);
            }
            $this->log($info(...$facts, error: $error));
            $wait = $try > ($options->maxRetries ?? $this->settings->maxRetries)
                ? null
                : Retry::wait($error, $mayRepeat, $try - 1);
            if ($wait === null || $elapsed() + $wait >= $this->settings->totalTimeout) {
                throw $error;
            }
            $this->tell($this->settings->hooks->retry, $info(...$facts, wait: $wait, error: $error));
            ($this->settings->sleep)($wait);
        }
    }

    private function tell(?Closure $hook, CallInfo $info): void
    {
        if ($hook !== null) {
            $hook($info);
        }
    }

    private function log(CallInfo $info): void
    {
        if ($this->settings->log === null) {
            return;
        }
        $outcome = $info->status ?? ($info->error instanceof TimeoutException ? 'timeout' : 'no answer');
        $id = $info->requestId === null ? '' : " {$info->requestId}";
        $milliseconds = (int) round($info->seconds * 1000);
        ($this->settings->log)("orbinto {$info->method} {$info->path} $outcome try {$info->try} {$milliseconds} ms$id");
    }
}

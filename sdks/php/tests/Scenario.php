<?php

declare(strict_types=1);

namespace Orbinto\Tests;

use Closure;
use Orbinto\Client;
use Orbinto\Concurrent;
use Orbinto\Exception\ApiException;
use Orbinto\Exception\InvalidResponseException;
use Orbinto\Exception\OrbintoException;
use Orbinto\Hooks;
use Orbinto\OAuth\MemoryTokenStore;
use Orbinto\OAuth\OAuth;
use Orbinto\OAuth\Session;
use Orbinto\OAuth\Tokens;

/** One scenario with a client of its own, and what is noted on the way. */
final class Scenario
{
    private ?Client $client = null;
    /** @var array{waits: list<float>, hooks: list<mixed>, log: list<string>, warnings: list<string>} */
    private array $notes = ['waits' => [], 'hooks' => [], 'log' => [], 'warnings' => []];

    /** @param array<string, mixed> $input */
    public function __construct(private readonly array $input)
    {
    }

    /** @return array<string, mixed> */
    public function run(): array
    {
        set_error_handler(function (int $level, string $message, string $file, int $line): bool {
            if ($level !== E_USER_DEPRECATED) {
                throw new \ErrorException($message, 0, $level, $file, $line);
            }
            $this->notes['warnings'][] = $message;
            return true;
        });
        $old = [];
        foreach ($this->input['env'] as $name => $value) {
            $old[$name] = getenv($name);
            putenv("$name=$value");
        }
        try {
            $steps = array_map($this->step(...), $this->input['steps']);
            return ['name' => $this->input['name'], 'steps' => $steps] + $this->notes;
        } finally {
            foreach ($old as $name => $value) {
                putenv($value === false ? $name : "$name=$value");
            }
            restore_error_handler();
        }
    }

    /**
     * @param array<string, mixed> $step
     * @return array<string, mixed>
     */
    private function step(array $step): array
    {
        $began = hrtime(true);
        try {
            $told = isset($step['parallel'])
                ? ['parallel' => $this->parallel($step['parallel']['count'], $step['parallel']['step'])]
                : (new Steps($this->client(...), $this->input['client']))->run($step);
        } catch (\Throwable $error) {
            $told = ['error' => self::errorOf($error)];
        }
        return $told + ['ms' => (hrtime(true) - $began) / 1e6];
    }

    /**
     * PHP has no threads: the library's own fibers wait at the same time.
     *
     * @param array<string, mixed> $step
     * @return array<array-key, mixed>
     */
    private function parallel(int $count, array $step): array
    {
        return Concurrent::all(array_fill(0, $count, fn (): array => $this->step($step)), $count);
    }

    private function client(): Client
    {
        if ($this->client !== null) {
            return $this->client;
        }
        $given = array_filter($this->input['client'], static fn (mixed $value): bool => $value !== null);
        $names = ['api_key' => 'apiKey', 'base_url' => 'baseUrl', 'timeout' => 'timeout', 'total_timeout' => 'totalTimeout',
            'max_retries' => 'maxRetries'];
        $arguments = ['sleep' => $this->sleep(...)];
        foreach (array_intersect_key($names, $given) as $name => $argument) {
            $arguments[$argument] = $given[$name];
        }
        if ($given['hooks'] ?? false) {
            $arguments['hooks'] = $this->hooks();
        }
        if ($given['log'] ?? false) {
            $arguments['logger'] = function (string $line): void {
                $this->notes['log'][] = $line;
            };
        }
        if (isset($given['oauth'])) {
            $arguments['oauth'] = $this->session($given['oauth'], $given['base_url']);
        }
        return $this->client = new Client(...$arguments);
    }

    /** @param array<string, mixed> $given */
    private function session(array $given, string $baseUrl): Session
    {
        $oauth = new OAuth($given['client_id'], baseUrl: $baseUrl, sleep: $this->sleep(...));
        return new Session($oauth, new MemoryTokenStore(Tokens::fromArray($given)));
    }

    private function hooks(): Hooks
    {
        $note = fn (string $name): Closure => function () use ($name): void {
            $this->notes['hooks'][] = ['hook' => $name];
        };
        return new Hooks($note('before'), $note('after'), $note('retry'), $note('error'));
    }

    private function sleep(float $seconds): void
    {
        $this->notes['waits'][] = $seconds;
        $clock = $this->input['clock'] ?? null;
        if ($clock === null) {
            return;
        }
        $context = stream_context_create(['http' => [
            'method' => 'POST',
            'header' => "Authorization: Bearer {$clock['key']}\r\nContent-Type: application/json",
            'content' => json_encode(['advance_seconds' => $seconds]),
        ]]);
        file_get_contents($clock['url'], false, $context);
    }

    /** @return array<string, mixed> */
    private static function errorOf(\Throwable $error): array
    {
        if (!$error instanceof OrbintoException) {
            return ['class' => $error::class, 'message' => $error->getMessage(), 'text' => (string) $error];
        }
        $classes = [];
        for ($class = $error::class; is_subclass_of($class, \RuntimeException::class); $class = get_parent_class($class)) {
            $name = substr((string) strrchr($class, '\\'), 1);
            $classes[] = preg_replace(['/^Api/', '/Exception$/'], ['API', 'Error'], $name);
        }
        $told = ['class' => $classes[0], 'classes' => $classes, 'message' => $error->getMessage(), 'text' => (string) $error];
        if ($error instanceof InvalidResponseException) {
            $told['status'] = $error->status;
        }
        return !$error instanceof ApiException ? $told : $told + [
            'status' => $error->status,
            'code' => $error->errorCode,
            'param' => $error->param,
            'request_id' => $error->requestId,
            'doc_url' => $error->docUrl,
            'retry_after' => $error->retryAfter,
            'rate_limit' => $error->rateLimit,
            'headers' => (object) $error->headers,
        ];
    }
}

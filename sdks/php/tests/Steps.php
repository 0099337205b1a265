<?php

declare(strict_types=1);

namespace Orbinto\Tests;

use Closure;
use Orbinto\Client;
use Orbinto\Event;
use Orbinto\Events;
use Orbinto\Exception\WebhookVerificationException;
use Orbinto\OAuth\OAuth;
use Orbinto\Page;
use Orbinto\Paginator;
use Orbinto\RequestOptions;
use Orbinto\WebhookRouter;
use Orbinto\Webhooks;

/** What each member of a step does, by sdks/README.md. */
final class Steps
{
    /**
     * @param Closure(): Client $client made at first use
     * @param array<string, mixed> $settings of the scenario's client
     */
    public function __construct(private readonly Closure $client, private readonly array $settings)
    {
    }

    /**
     * @param array<string, mixed> $step
     * @return array<string, mixed>
     */
    public function run(array $step): array
    {
        return match (true) {
            isset($step['call']) => ['result' => self::pageOrResult($this->call($this->client(), $step['call'], $step))],
            isset($step['items']) => ['items' => $this->items($step)],
            isset($step['pages']) => ['pages' => iterator_to_array($this->list($step['pages'], $step)->pages(), false)],
            isset($step['raw']) => $this->raw($step),
            isset($step['request']) => ['result' => $this->request($step['request'])],
            isset($step['find_or_create']) => ['result' => $this->client()->contacts->findOrCreate($step['find_or_create'])],
            isset($step['unwrap']) => ['result' => self::unwrap($step['unwrap'])],
            isset($step['route']) => ['result' => self::route($step['route'])],
            isset($step['build_event']) => ['result' => self::buildEvent($step['build_event'])],
            isset($step['oauth']) => ['result' => $this->oauth($step['oauth'], $step['args'] ?? [])],
            default => ['skipped' => 'this step is not known'],
        };
    }

    private function client(): Client
    {
        return ($this->client)();
    }

    private static function pageOrResult(mixed $result): mixed
    {
        return $result instanceof Paginator ? $result->page() : $result;
    }

    /** @param array<string, mixed> $step */
    private function call(Client $client, string $name, array $step): mixed
    {
        $options = $step['options'] ?? [];
        if (isset($options['api_key'])) {
            $client = $client->withApiKey($options['api_key']);
        }
        $resource = $client;
        $parts = explode('.', $name);
        $method = self::camel(array_pop($parts));
        foreach ($parts as $part) {
            $resource = $resource->{self::camel($part)};
        }
        $known = array_map(
            static fn (\ReflectionParameter $parameter): string => $parameter->getName(),
            (new \ReflectionMethod($resource, $method))->getParameters(),
        );
        $body = ($step['unserializable'] ?? false) ? ['email' => "\xff"] : $step['body'] ?? null;
        $given = ['options' => self::options($options, $step['cancel_after_ms'] ?? null)];
        foreach ($step['path'] ?? [] as $id => $value) {
            $given[self::camel($id)] = $value;
        }
        if (in_array('query', $known, true)) {
            $given += ['params' => $body ?? [], 'query' => $step['query'] ?? []];
        } elseif (in_array('params', $known, true)) {
            $given['params'] = $body ?? $step['query'] ?? [];
        }
        return $resource->$method(...$given);
    }

    /**
     * @param array<string, mixed> $step
     * @return Paginator<mixed>
     */
    private function list(string $name, array $step): Paginator
    {
        return $this->call($this->client(), $name, $step);
    }

    /**
     * @param array<string, mixed> $step
     * @return list<mixed>
     */
    private function items(array $step): array
    {
        $list = $this->list($step['items'], $step);
        return iterator_to_array(isset($step['take']) ? $list->take($step['take']) : $list);
    }

    /**
     * @param array<string, mixed> $step
     * @return array<string, mixed>
     */
    private function raw(array $step): array
    {
        $answer = $this->client()->raw(fn (Client $client): mixed
            => self::pageOrResult($this->call($client, $step['raw'], $step)));
        return ['result' => $answer->data, 'response' => [
            'status' => $answer->status,
            'headers' => $answer->headers,
            'request_id' => $answer->requestId,
            'rate_limit' => $answer->rateLimit,
        ]];
    }

    /** @param array<string, mixed> $request */
    private function request(array $request): mixed
    {
        return $this->client()->request(
            $request['method'],
            $request['path'],
            $request['query'] ?? [],
            $request['body'] ?? null,
            new RequestOptions(headers: $request['headers'] ?? []),
        );
    }

    /** @param array<string, mixed> $given */
    private static function options(array $given, ?int $cancelAfter): RequestOptions
    {
        $end = hrtime(true) + $cancelAfter * 1e6;
        return new RequestOptions(
            timeout: isset($given['timeout']) ? (float) $given['timeout'] : null,
            maxRetries: $given['max_retries'] ?? null,
            retryUnsafe: $given['retry_unsafe'] ?? false,
            headers: $given['headers'] ?? [],
            cancel: $cancelAfter === null ? null : static fn (): bool => hrtime(true) >= $end,
        );
    }

    /** @param array<string, mixed> $given */
    private static function unwrap(array $given): Event
    {
        return Webhooks::unwrap(
            $given['parsed_body'] ?? $given['body'],
            self::headers($given),
            $given['secrets'] ?? $given['secret'],
            $given['now'] ?? null,
            ...isset($given['tolerance']) ? ['tolerance' => $given['tolerance']] : [],
        );
    }

    /**
     * @param array<string, mixed> $given
     * @return array<string, string>
     */
    private static function headers(array $given): array
    {
        $headers = array_replace($given['headers'] ?? [], $given['override_headers'] ?? []);
        return ($given['upper_case_headers'] ?? false) ? array_change_key_case($headers, CASE_UPPER) : $headers;
    }

    /**
     * @param array<string, mixed> $given
     * @return list<string>
     */
    private static function route(array $given): array
    {
        $told = [];
        $known = [];
        $tell = static function (string $prefix) use (&$told): Closure {
            return static function (Event $event) use ($prefix, &$told): void {
                $told[] = "$prefix{$event->event} {$event->deliveryId()}";
            };
        };
        $router = new WebhookRouter(
            secret: $given['secret'],
            fallback: ($given['no_fallback'] ?? false) ? null : $tell('fallback '),
            seen: ($given['remember'] ?? false) ? static function (string $id) use (&$known): bool {
                $isKnown = isset($known[$id]);
                $known[$id] = true;
                return $isKnown;
            } : null,
            now: $given['now'] ?? null,
        );
        foreach ($given['handlers'] as $name) {
            $router->on($name, $tell(''));
        }
        foreach ($given['deliveries'] as $delivery) {
            $id = $delivery['headers']['webhook-id'] ?? '';
            try {
                if ($router->handle($delivery['body'], $delivery['headers']) === 'seen') {
                    $told[] = "seen $id";
                }
            } catch (WebhookVerificationException) {
                $told[] = "refused $id";
            }
        }
        return $told;
    }

    /**
     * @param array<string, mixed> $given
     * @return array<string, mixed>
     */
    private static function buildEvent(array $given): array
    {
        $built = Events::build($given['name'], $given['secret'], $given['data'] ?? [], $given['now'] ?? null);
        return ['body' => $built->body, 'headers' => $built->headers, 'event' => $built->event];
    }

    /** @param array<string, mixed> $args */
    private function oauth(string $what, array $args): mixed
    {
        $oauth = new OAuth($args['client_id'], $args['client_secret'] ?? null, $this->settings['base_url'] ?? null);
        switch ($what) {
            case 'authorize_url':
                $request = $oauth->authorizeUrl($args['redirect_uri'], $args['scopes'], $args['state'] ?? null);
                return ['url' => $request->url, 'state' => $request->state, 'code_verifier' => $request->codeVerifier];
            case 'exchange':
                return $oauth->exchange($args['code'], $args['code_verifier'], $args['redirect_uri']);
            case 'refresh':
                return $oauth->refresh($args['refresh_token']);
            default:
                $oauth->revoke($args['token']);
                return null;
        }
    }

    private static function camel(string $name): string
    {
        return lcfirst(str_replace('_', '', ucwords($name, '_')));
    }
}

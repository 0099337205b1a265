<?php

// Carries out scenarios with the client that Redocly's `generate-client` makes: `redocly.php CLIENT FILE`.

declare(strict_types=1);

namespace OrbintoApi {
    /** Stands for PHP's own in the namespace of the client: what it would wait is noted. */
    function usleep(int $microseconds): void
    {
        \Scene::$waits[] = $microseconds / 1_000_000;
    }

    require $argv[1];
}

namespace {
    use OrbintoApi\Client;
    use OrbintoApi\Config;

    const OPERATIONS = [
        'contacts.get' => 'getContact',
        'contacts.list' => 'listContacts',
        'contacts.create' => 'createContact',
        'contacts.update' => 'updateContact',
        'contacts.search' => 'searchContacts',
        'conversations.get' => 'getConversation',
        'conversations.list' => 'listConversations',
        'conversations.messages.get' => 'getMessage',
    ];
    const WORDS = [
        'webhooks' => '/verif|unwrap|signature|router|build_?event/i',
        'oauth' => '/pkce|authoriz(e|ation)_?url|exchange|refresh_?token|oauth_?session/i',
        'find_or_create' => '/find_?or|upsert/i',
    ];

    /** The client has nothing of the kind. */
    final class Skipped extends Exception
    {
    }

    final class Scene
    {
        /** @var list<float> */
        public static array $waits = [];
        /** @var list<array{hook: string}> */
        public static array $hooks = [];

        public static function client(array $options): Client
        {
            $note = static function (array $request, callable $next): array {
                self::$hooks[] = ['hook' => 'before'];
                $response = $next($request);
                self::$hooks[] = ['hook' => 'after'];
                return $response;
            };
            return new Client(new Config(
                serverUrl: $options['base_url'] ?? '',
                auth: isset($options['api_key']) ? ['bearer' => $options['api_key']] : [],
                timeout: isset($options['timeout']) ? (float) $options['timeout'] : null,
                retry: isset($options['max_retries']) ? ['attempts' => $options['max_retries'] + 1] : [],
                middleware: ($options['hooks'] ?? false) ? [$note] : [],
            ));
        }
    }

    function lacking(array $step): never
    {
        $kind = isset($step['oauth']) ? 'oauth' : (isset($step['find_or_create']) ? 'find_or_create' : 'webhooks');
        $own = static fn (string $name): bool => str_starts_with(strtolower($name), 'orbintoapi\\');
        $names = [...array_filter([...get_defined_functions()['user'], ...get_declared_classes()], $own)];
        foreach ([...$names, ...get_class_methods(Client::class)] as $name) {
            if (preg_match(WORDS[$kind], $name) === 1) {
                throw new LogicException("There is a $name now, which this runner does not try");
            }
        }
        throw new Skipped("nothing for $kind");
    }

    function carryOut(Client $client, array $step): array
    {
        if (isset($step['parallel'])) {
            throw new Skipped('one call at a time');
        }
        if (isset($step['request'])) {
            throw new Skipped('nothing for a path of one’s own');
        }
        $kind = current(array_filter(['call', 'items', 'raw'], static fn (string $kind): bool => isset($step[$kind])));
        if ($kind === false) {
            lacking($step);
        }
        $name = OPERATIONS[$step[$kind]];
        $method = $name . ['call' => '', 'items' => 'Items', 'raw' => 'WithHeaders'][$kind];
        $given = array_values($step['path'] ?? []);
        // What iterates takes no body.
        if (isset($step['body']) && $kind !== 'items') {
            $type = (string) (new ReflectionParameter([Client::class, $name], 'body'))->getType();
            $given[] = $type::fromArray($step['body']);
        }
        foreach ($step['query'] ?? [] as $key => $value) {
            $given[lcfirst(str_replace('_', '', ucwords($key, '_')))] = $value;
        }
        $found = $client->$method(...$given);
        if ($kind === 'items') {
            $items = [];
            foreach ($found as $item) {
                $items[] = plain($item);
                if (count($items) === ($step['take'] ?? null)) {
                    break;
                }
            }
            return ['items' => $items];
        }
        if ($kind === 'raw') {
            $limit = static fn (string $name): mixed => current(array_filter(
                $found->headers,
                static fn (string $key): bool => preg_match("/ratelimit_?$name/i", $key) === 1,
                ARRAY_FILTER_USE_KEY,
            ));
            $limits = ['limit' => $limit('limit'), 'remaining' => $limit('remaining'), 'reset' => $limit('reset')];
            return ['result' => plain($found->data), 'response' => ['rate_limit' => $limits]];
        }
        return ['result' => plain($found)];
    }

    /** What the caller has of an object. */
    function plain(mixed $value): mixed
    {
        return is_object($value) ? $value->toArray() : $value;
    }

    function toldOf(Throwable $error): array
    {
        $own = static fn (string $name): mixed => $error->$name ?? null;
        return [
            'class' => (new ReflectionClass($error))->getShortName(),
            'message' => $error->getMessage(),
            'text' => (string) $error,
            'status' => $own('status'),
            'code' => $error->getCode() === 0 ? null : $error->getCode(),
            'param' => $own('param'),
            'request_id' => $own('requestId'),
            'retry_after' => $own('retryAfter'),
            'rate_limit' => $own('rateLimit'),
        ];
    }

    function timed(Client $client, array $step): array
    {
        $began = hrtime(true);
        try {
            $told = carryOut($client, $step);
        } catch (Skipped $why) {
            $told = ['skipped' => $why->getMessage()];
        } catch (Throwable $error) {
            $told = ['error' => toldOf($error)];
        }
        return [...$told, 'ms' => (hrtime(true) - $began) / 1_000_000];
    }

    // What PHP warns of on the way is an error, as in most frameworks.
    set_error_handler(static fn (int $level, string $text): never => throw new ErrorException($text, 0, $level));
    foreach (json_decode((string) file_get_contents($argv[2]), true)['scenarios'] as $scenario) {
        Scene::$waits = Scene::$hooks = [];
        foreach ($scenario['env'] as $name => $value) {
            putenv("$name=$value");
        }
        $client = Scene::client($scenario['client']);
        $steps = array_map(static fn (array $step): array => timed($client, $step), $scenario['steps']);
        foreach (array_keys($scenario['env']) as $name) {
            putenv($name);
        }
        $told = ['name' => $scenario['name'], 'steps' => $steps, 'waits' => Scene::$waits, 'hooks' => Scene::$hooks];
        echo json_encode([...$told, 'log' => [], 'warnings' => []], JSON_INVALID_UTF8_SUBSTITUTE), "\n";
    }
}

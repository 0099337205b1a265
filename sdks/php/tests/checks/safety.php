<?php

// Secrets stay secret, and processes that share a client do not mix.

declare(strict_types=1);

use Orbinto\Client;
use Orbinto\Concurrent;
use Orbinto\Exception\ConnectionException;
use Orbinto\Internal\Loop;
use Orbinto\OAuth\FileTokenStore;
use Orbinto\OAuth\MemoryTokenStore;
use Orbinto\OAuth\OAuth;
use Orbinto\OAuth\Session;
use Orbinto\OAuth\Tokens;
use Orbinto\Transport\Request;
use Orbinto\Transport\Response;
use Orbinto\Transport\Transport;
use Orbinto\WebhookRouter;

return [
    'dumps and traces hold no key, token or secret' => static function (): array {
        $secret = 'mustneverbeseen';
        $tokens = new Tokens($secret, "refresh$secret");
        $oauth = new OAuth('client_test', "client$secret", 'http://127.0.0.1:9/v1');
        $things = [
            'client' => new Client("sk_test_$secret", 'http://127.0.0.1:9/v1', maxRetries: 0),
            'client of a user' => new Client(oauth: new Session($oauth, new MemoryTokenStore($tokens))),
            'oauth' => $oauth,
            'tokens' => $tokens,
            'router' => new WebhookRouter("whsec_$secret", static fn () => null),
        ];
        try {
            $things['client']->contacts->get('x');
        } catch (ConnectionException $error) {
            $things['exception'] = $error;
        }
        try {
            $oauth->exchange($secret, $secret, 'http://localhost/');
        } catch (ConnectionException $error) {
            $things['exception of a sign-in'] = $error;
        }
        $wrong = [];
        foreach ($things as $name => $thing) {
            ob_start();
            var_dump($thing);
            print_r($thing);
            $shown = ob_get_clean() . ($thing instanceof Throwable ? $thing : '');
            try {
                $shown .= serialize($thing);
            } catch (Throwable) {
                // What refuses to be serialized tells nothing.
            }
            if (str_contains($shown, $secret)) {
                $wrong[] = $name;
            }
        }
        return $wrong;
    },

    'twenty processes with one client get their own answers' => static function (array $input): array {
        if (!function_exists('pcntl_fork')) {
            return [];
        }
        $client = new Client($input['key'], $input['base_url']);
        $ids = ['con_abc123', 'con_def456'];
        // The connection that is open now must not be shared.
        $client->contacts->get($ids[0]);
        $children = [];
        for ($index = 0; $index < 20; $index++) {
            $process = pcntl_fork();
            if ($process === 0) {
                try {
                    $id = $ids[$index % 2];
                    $isRight = $client->contacts->get($id)->id === $id;
                } catch (Throwable) {
                    $isRight = false;
                }
                // Without the shutdown of the first process.
                posix_kill((int) getmypid(), $isRight ? SIGKILL : SIGTERM);
            }
            $children[] = $process;
        }
        $wrong = [];
        foreach ($children as $process) {
            pcntl_waitpid($process, $status);
            if (pcntl_wtermsig($status) !== SIGKILL) {
                $wrong[] = 'a process got another answer';
            }
        }
        return $wrong;
    },

    'ten processes that share a file of tokens renew them once' => static function (): array {
        if (!function_exists('pcntl_fork')) {
            return [];
        }
        $file = (string) tempnam(sys_get_temp_dir(), 'orbinto-tokens');
        $log = (string) tempnam(sys_get_temp_dir(), 'orbinto-log');
        $transport = new class ($log) implements Transport {
            public function __construct(private readonly string $log)
            {
            }

            public function send(Request $request): Response
            {
                if (str_ends_with($request->url, '/oauth/token')) {
                    file_put_contents($this->log, "renewed\n", FILE_APPEND);
                    usleep(20_000);
                    return new Response(200, [], '{"access_token":"new","refresh_token":"r2","expires_in":3600}');
                }
                $isNew = $request->headers['Authorization'] === 'Bearer new';
                file_put_contents($this->log, $isNew ? "called\n" : "called with the old one\n", FILE_APPEND);
                return new Response(200, [], '{"id":"x"}');
            }
        };
        $store = new FileTokenStore($file);
        $store->update(static fn (): Tokens => new Tokens('old', 'r1', 1));
        $oauth = new OAuth('client_test', baseUrl: 'http://127.0.0.1:9/v1', transport: $transport);
        $client = new Client(oauth: new Session($oauth, $store), transport: $transport);
        $children = [];
        for ($index = 0; $index < 10; $index++) {
            $process = pcntl_fork();
            if ($process === 0) {
                // Fibers of one process wait for each other, too.
                Concurrent::all(array_fill(0, 2, static fn () => $client->contacts->get('x')));
                posix_kill((int) getmypid(), SIGKILL);
            }
            $children[] = $process;
        }
        foreach ($children as $process) {
            pcntl_waitpid($process, $status);
        }
        $counts = array_count_values((array) file($log, FILE_IGNORE_NEW_LINES));
        unlink($file);
        unlink($log);
        return $counts == ['renewed' => 1, 'called' => 20] ? [] : [json_encode($counts)];
    },

    'calls at the same time take the time of one, and a failure stops the rest' => static function (array $input): array {
        $client = new Client($input['key'], $input['base_url']);
        $calls = ['a' => static fn () => $client->contacts->get('con_abc123'), 'b' => static fn () => $client->contacts->get('con_def456')];
        $wrong = [];
        $ids = array_map(static fn (object $one): string => $one->id, Concurrent::all($calls));
        if ($ids !== ['a' => 'con_abc123', 'b' => 'con_def456']) {
            $wrong[] = 'results are mixed: ' . json_encode($ids);
        }
        $slow = static function (): void {
            Loop::pause(0.1);
        };
        $began = hrtime(true);
        Concurrent::all(array_fill(0, 20, $slow), 20);
        if (hrtime(true) - $began > 1e9) {
            $wrong[] = 'they wait one after the other';
        }
        $begun = 0;
        $counted = static function () use (&$begun, $slow): void {
            $begun++;
            $slow();
        };
        try {
            Concurrent::all([$counted, static fn () => throw new DomainException('mine'), $counted, $counted], 2);
            $wrong[] = 'a failure is hidden';
        } catch (DomainException) {
        }
        return $begun === 1 ? $wrong : [...$wrong, "$begun were begun"];
    },

    'tokens in a file are read by their owner only, and survive' => static function (): array {
        $file = sys_get_temp_dir() . '/orbinto-check-' . bin2hex(random_bytes(6));
        try {
            $store = new FileTokenStore($file);
            if ($store->get() !== null) {
                return ['there are tokens before there are'];
            }
            $store->update(static fn (): Tokens => new Tokens('a', 'r', 5, 3600, 'contacts:read'));
            try {
                $store->update(static fn (): Tokens => throw new DomainException('mine'));
            } catch (DomainException) {
            }
            $isRight = json_encode((new FileTokenStore($file))->get())
                === '{"access_token":"a","refresh_token":"r","expires_at":5,"expires_in":3600,"scope":"contacts:read"}';
            return $isRight && (fileperms($file) & 0777) === 0600 ? [] : ['they are not'];
        } finally {
            if (is_file($file)) {
                unlink($file);
            }
        }
    },
];

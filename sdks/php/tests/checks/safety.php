<?php

// Secrets stay secret, and processes that share a client do not mix.

declare(strict_types=1);

use Orbinto\Client;
use Orbinto\Exception\ConnectionException;
use Orbinto\OAuth\FileTokenStore;
use Orbinto\OAuth\MemoryTokenStore;
use Orbinto\OAuth\OAuth;
use Orbinto\OAuth\Session;
use Orbinto\OAuth\Tokens;
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

<?php

declare(strict_types=1);

namespace Orbinto;

use Closure;
use Orbinto\Exception\ConfigurationException;
use Orbinto\Exception\OrbintoException;
use Orbinto\Internal\Address;
use Orbinto\Internal\Caller;
use Orbinto\Internal\Loop;
use Orbinto\Internal\Operation;
use Orbinto\Internal\Secret;
use Orbinto\Internal\Settings;
use Orbinto\Internal\Spec;
use Orbinto\OAuth\Session;
use Orbinto\Resource\Resources;
use Orbinto\Transport\CurlTransport;
use Orbinto\Transport\Response;
use Orbinto\Transport\Transport;
use Psr\Log\LoggerInterface;

/**
 * The Orbinto API.
 *
 *     $orbinto = new Orbinto\Client(apiKey: 'sk_live_…');
 *     $contact = $orbinto->contacts->create(['email' => 'jane@example.com']);
 */
final class Client
{
    use Resources;

    private readonly Caller $caller;
    private readonly Settings $settings;

    /**
     * @param string|null $apiKey without it the environment's ORBINTO_API_KEY
     * @param string|null $baseUrl without it the environment's ORBINTO_BASE_URL, else the API itself
     * @param float $timeout seconds that a try may take, the answer's body included
     * @param float $totalTimeout seconds that a call may take with all its tries and waits
     * @param int $maxRetries how often a call is sent again at most
     * @param Transport|null $transport what carries the requests; by default ext-curl
     * @param Hooks|null $hooks functions that are called on the way
     * @param LoggerInterface|Closure|null $logger gets a line a try: a PSR-3 logger (as debug), or fn (string $line)
     * @param Session|null $oauth acts for a user who has signed in, instead of an API key
     * @param (Closure(float): void)|null $sleep waits so many seconds; for tests
     * @throws ConfigurationException where there is no key, or one of these cannot be used
     */
    public function __construct(
        #[\SensitiveParameter] ?string $apiKey = null,
        #[\SensitiveParameter] ?string $baseUrl = null,
        float $timeout = Spec::TIMEOUT,
        float $totalTimeout = Spec::TOTAL_TIMEOUT,
        int $maxRetries = Spec::MAX_RETRIES,
        ?Transport $transport = null,
        ?Hooks $hooks = null,
        LoggerInterface|Closure|null $logger = null,
        ?Session $oauth = null,
        ?Closure $sleep = null,
    ) {
        $this->start(new Settings(
            $baseUrl ?? self::environment('ORBINTO_BASE_URL') ?? Spec::BASE_URL,
            $oauth ?? self::keyOf($apiKey ?? self::environment('ORBINTO_API_KEY')),
            $timeout,
            $totalTimeout,
            $maxRetries,
            $transport ?? new CurlTransport(),
            $hooks ?? new Hooks(),
            $logger instanceof LoggerInterface ? static fn (string $line) => $logger->debug($line) : $logger,
            $sleep ?? Loop::pause(...),
        ));
    }

    private function start(Settings $settings, ?Caller $caller = null): void
    {
        $this->settings = $settings;
        $this->caller = $caller ?? new Caller($settings);
        $this->startResources($this->caller);
    }

    /**
     * A second client with another key, and the rest alike.
     *
     * @throws ConfigurationException where the key cannot be sent
     */
    public function withApiKey(#[\SensitiveParameter] string $apiKey): self
    {
        $old = $this->settings;
        return self::made(new Settings(
            $old->baseUrl,
            self::keyOf($apiKey),
            $old->timeout,
            $old->totalTimeout,
            $old->maxRetries,
            $old->transport,
            $old->hooks,
            $old->log,
            $old->sleep,
        ));
    }

    /**
     * Carries out calls and gives the last answer's status, headers and rate limit beside what they return.
     *
     *     $answer = $orbinto->raw(fn (Client $orbinto) => $orbinto->contacts->get('con_abc123'));
     *     echo $answer->data->email, $answer->requestId;
     *
     * @template T
     * @param Closure(Client): T $call uses the client that it is given
     * @return ApiResponse<T>
     * @throws OrbintoException what the calls throw; ConfigurationException where there was none
     */
    public function raw(Closure $call): ApiResponse
    {
        $last = null;
        $caller = $this->caller->watched(static function (Response $response) use (&$last): void {
            $last = $response;
        });
        $data = $call(self::made($this->settings, $caller));
        if ($last === null) {
            throw new ConfigurationException('Nothing was called with the client that the function is given.');
        }
        return new ApiResponse($data, $last);
    }

    /**
     * Calls any path, such as one that is newer than this version.
     *
     * @param string $method such as `GET`
     * @param string $path relative to the base URL, such as `/contacts`
     * @param array<string, mixed> $query
     * @param mixed $body written as JSON; null: none. Write an empty object as `new \stdClass()`
     * @return mixed an ApiObject, a list, a scalar, or null where there is no body
     * @throws OrbintoException
     */
    public function request(
        string $method,
        string $path,
        array $query = [],
        mixed $body = null,
        ?RequestOptions $options = null,
    ): mixed {
        $method = strtoupper($method);
        if (preg_match('/\A[A-Z]{3,16}\z/', $method) !== 1) {
            throw new ConfigurationException('The method is no word such as GET.');
        }
        $path = Address::free($path);
        $isRepeatable = in_array($method, ['GET', 'HEAD', 'PUT', 'DELETE'], true);
        $operation = new Operation("$method $path", $method, $path, query: $query, body: $body, isRepeatable: $isRepeatable);
        return $this->caller->free($operation, $options);
    }

    /** @return array<string, mixed> without the key */
    public function __debugInfo(): array
    {
        return ['baseUrl' => $this->settings->baseUrl];
    }

    private static function made(Settings $settings, ?Caller $caller = null): self
    {
        $client = (new \ReflectionClass(self::class))->newInstanceWithoutConstructor();
        $client->start($settings, $caller);
        return $client;
    }

    private static function environment(string $name): ?string
    {
        $value = getenv($name);
        // Loaders of .env files fill $_ENV and $_SERVER, and not every one of them the process.
        $value = is_string($value) && $value !== '' ? $value : $_ENV[$name] ?? $_SERVER[$name] ?? null;
        return is_string($value) && $value !== '' ? $value : null;
    }

    private static function keyOf(#[\SensitiveParameter] ?string $key): Secret
    {
        if ($key === null || $key === '') {
            throw new ConfigurationException(
                'There is no API key. Give the client an apiKey, or set ORBINTO_API_KEY in the environment.',
            );
        }
        return Settings::checkedKey($key);
    }
}

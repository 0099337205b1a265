<?php

declare(strict_types=1);

namespace Orbinto\OAuth;

use Orbinto\Exception\InvalidResponseException;
use Orbinto\Exception\OAuthException;
use Orbinto\Exception\OrbintoException;
use Orbinto\Hooks;
use Orbinto\Internal\Json;
use Orbinto\Internal\Loop;
use Orbinto\Internal\Secret;
use Orbinto\Internal\Sender;
use Orbinto\Internal\Settings;
use Orbinto\Internal\Spec;
use Orbinto\Internal\Version;
use Orbinto\RequestOptions;
use Orbinto\Transport\CurlTransport;
use Orbinto\Transport\Response;
use Orbinto\Transport\Transport;

/** Signs users in with OAuth 2.0: authorization code with PKCE. */
final class OAuth
{
    private readonly Settings $settings;
    private readonly ?Secret $clientSecret;

    /**
     * @param string|null $clientSecret of an app on a server; apps that cannot keep one have none
     * @param string|null $baseUrl that of the API; the addresses of OAuth follow from it
     * @param float $timeout seconds that an answer may take
     * @param (\Closure(float): void)|null $sleep waits so many seconds; for tests
     */
    public function __construct(
        private readonly string $clientId,
        #[\SensitiveParameter] ?string $clientSecret = null,
        ?string $baseUrl = null,
        float $timeout = Spec::TIMEOUT,
        ?Transport $transport = null,
        ?Hooks $hooks = null,
        ?\Closure $sleep = null,
    ) {
        $this->clientSecret = $clientSecret === null ? null : new Secret($clientSecret);
        $this->settings = new Settings(
            $baseUrl ?? (getenv('ORBINTO_BASE_URL') ?: Spec::BASE_URL),
            null,
            $timeout,
            Spec::TOTAL_TIMEOUT,
            Spec::MAX_RETRIES,
            $transport ?? new CurlTransport(),
            $hooks ?? new Hooks(),
            null,
            $sleep ?? Loop::pause(...),
        );
    }

    /**
     * Where to send the user.
     *
     * @param list<string> $scopes such as `contacts:read`
     * @param string|null $state without it, a random one
     */
    public function authorizeUrl(string $redirectUri, array $scopes, ?string $state = null): AuthorizeRequest
    {
        $state ??= self::random();
        $verifier = self::random();
        $query = http_build_query([
            'response_type' => 'code',
            'client_id' => $this->clientId,
            'redirect_uri' => $redirectUri,
            'scope' => implode(' ', $scopes),
            'state' => $state,
            'code_challenge' => self::base64Url(hash('sha256', $verifier, true)),
            'code_challenge_method' => 'S256',
        ], '', '&', PHP_QUERY_RFC3986);
        return new AuthorizeRequest($this->address(Spec::AUTHORIZE_URL, 'authorize') . "?$query", $state, $verifier);
    }

    /**
     * Turns the code that the user came back with into tokens. A code works once.
     *
     * @throws OAuthException such as `invalid_grant`
     * @throws OrbintoException
     */
    public function exchange(
        #[\SensitiveParameter] string $code,
        #[\SensitiveParameter] string $codeVerifier,
        string $redirectUri,
    ): Tokens {
        return $this->tokens([
            'grant_type' => 'authorization_code',
            'code' => $code,
            'code_verifier' => $codeVerifier,
            'redirect_uri' => $redirectUri,
        ]);
    }

    /**
     * New tokens for a refresh token. The answer may hold a new refresh token: the old one is then no longer good.
     *
     * @throws OAuthException such as `invalid_grant`
     * @throws OrbintoException
     */
    public function refresh(#[\SensitiveParameter] string $refreshToken): Tokens
    {
        return $this->tokens(['grant_type' => 'refresh_token', 'refresh_token' => $refreshToken], $refreshToken);
    }

    /**
     * Makes a token worthless, whichever of the two it is.
     *
     * @throws OrbintoException
     */
    public function revoke(#[\SensitiveParameter] string $token): void
    {
        $this->post('oauth.revoke', $this->address(Spec::REVOKE_URL, 'revoke'), ['token' => $token]);
    }

    /** @param array<string, string> $fields */
    private function tokens(#[\SensitiveParameter] array $fields, #[\SensitiveParameter] ?string $oldRefresh = null): Tokens
    {
        $response = $this->post('oauth.token', $this->address(Spec::TOKEN_URL, 'token'), $fields);
        try {
            $answer = Json::decode($response->body);
        } catch (\JsonException) {
            $answer = null;
        }
        if (!$answer instanceof \stdClass || !is_string($answer->access_token ?? null)) {
            throw new InvalidResponseException('The token endpoint gave no token', $response);
        }
        $seconds = is_int($answer->expires_in ?? null) ? $answer->expires_in : null;
        return new Tokens(
            $answer->access_token,
            is_string($answer->refresh_token ?? null) ? $answer->refresh_token : $oldRefresh,
            $seconds === null ? null : time() + $seconds,
            $seconds,
            is_string($answer->scope ?? null) ? $answer->scope : null,
        );
    }

    /** @param array<string, string> $fields */
    private function post(string $name, string $url, #[\SensitiveParameter] array $fields): Response
    {
        $secret = $this->clientSecret === null ? [] : ['client_secret' => $this->clientSecret->reveal()];
        $body = http_build_query(['client_id' => $this->clientId] + $secret + $fields, '', '&');
        $headers = static fn (): array => [
            'Accept' => 'application/json',
            'Content-Type' => 'application/x-www-form-urlencoded',
            'User-Agent' => Version::userAgent(),
        ];
        $sender = new Sender($this->settings, static fn (Response $response): OAuthException => new OAuthException($response));
        return $sender->send($name, 'POST', $url, $headers, $body, false, new RequestOptions());
    }

    private function address(string $documented, string $name): string
    {
        return $this->settings->baseUrl === Spec::BASE_URL ? $documented : "{$this->settings->origin()}/oauth/$name";
    }

    private static function random(): string
    {
        return self::base64Url(random_bytes(32));
    }

    private static function base64Url(string $bytes): string
    {
        return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    }
}

<?php

declare(strict_types=1);

namespace Orbinto\OAuth;

use JsonSerializable;
use Orbinto\Internal\Secret;

/** What the token endpoint gives. Dumps do not show the tokens; `json_encode` and `toArray` do, to store them. */
final class Tokens implements JsonSerializable
{
    private readonly Secret $access;
    private readonly ?Secret $refresh;

    /**
     * @param int|null $expiresAt Unix seconds; null: unknown
     * @param int|null $expiresIn seconds from the answer on
     * @param string|null $scope scopes with spaces between
     */
    public function __construct(
        #[\SensitiveParameter] string $accessToken,
        #[\SensitiveParameter] ?string $refreshToken = null,
        public readonly ?int $expiresAt = null,
        public readonly ?int $expiresIn = null,
        public readonly ?string $scope = null,
    ) {
        $this->access = new Secret($accessToken);
        $this->refresh = $refreshToken === null ? null : new Secret($refreshToken);
    }

    public function accessToken(): string
    {
        return $this->access->reveal();
    }

    public function refreshToken(): ?string
    {
        return $this->refresh?->reveal();
    }

    /** @param array<array-key, mixed> $stored as `toArray` gives them */
    public static function fromArray(#[\SensitiveParameter] array $stored): self
    {
        $text = static fn (string $name): ?string => is_string($stored[$name] ?? null) ? $stored[$name] : null;
        $number = static fn (string $name): ?int => is_int($stored[$name] ?? null) ? $stored[$name] : null;
        return new self(
            $text('access_token') ?? '',
            $text('refresh_token'),
            $number('expires_at'),
            $number('expires_in'),
            $text('scope'),
        );
    }

    /** @return array<string, string|int|null> */
    public function toArray(): array
    {
        return [
            'access_token' => $this->accessToken(),
            'refresh_token' => $this->refreshToken(),
            'expires_at' => $this->expiresAt,
            'expires_in' => $this->expiresIn,
            'scope' => $this->scope,
        ];
    }

    /** @return array<string, string|int|null> */
    public function jsonSerialize(): array
    {
        return $this->toArray();
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return ['expiresAt' => $this->expiresAt, 'scope' => $this->scope];
    }
}

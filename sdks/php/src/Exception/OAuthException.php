<?php

declare(strict_types=1);

namespace Orbinto\Exception;

/** An answer of the token endpoint that is no success; `errorCode` is its `error`, such as `invalid_grant`. */
final class OAuthException extends ApiException
{
    protected function codeIn(string $body): ?string
    {
        return $this->member($body, 'error');
    }

    protected function messageIn(string $body): ?string
    {
        return $this->member($body, 'error_description');
    }

    private function member(string $body, string $name): ?string
    {
        $answer = json_decode($body);
        $value = $answer instanceof \stdClass ? $answer->$name ?? null : null;
        return is_string($value) ? $value : null;
    }
}

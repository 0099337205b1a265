<?php

declare(strict_types=1);

namespace Orbinto\Resource;

use Orbinto\Exception\ApiException;
use Orbinto\Exception\ConfigurationException;
use Orbinto\Exception\ConflictException;
use Orbinto\Exception\ConnectionException;
use Orbinto\Exception\OrbintoException;
use Orbinto\Exception\TimeoutException;
use Orbinto\Model\Contact;
use Orbinto\RequestOptions;

/** The safe way to a contact that may be there already. */
trait FindsOrCreates
{
    /**
     * The contact with this email, created with these fields where there is none. It looks first, and again where the answer is lost or
     * somebody else was faster, so that there is one contact in the end. A contact that is there stays as it is.
     *
     * @param array<string, mixed> $params as those of `create`; `email` is required
     * @throws OrbintoException
     */
    public function findOrCreate(array $params, ?RequestOptions $options = null): Contact
    {
        $email = $params['email'] ?? null;
        if (!is_string($email) || $email === '') {
            throw new ConfigurationException('findOrCreate wants an email.');
        }
        $find = fn (): ?Contact => $this->list(['email' => $email, 'per_page' => 1], $options)->page()->items()[0] ?? null;
        $found = $find();
        if ($found !== null) {
            return $found;
        }
        try {
            return $this->create($params, $options);
        } catch (ConflictException | ConnectionException | TimeoutException $error) {
            return $find() ?? throw $error;
        } catch (ApiException $error) {
            // Behind a 5xx, the contact may have been created.
            return ($error->status >= 500 ? $find() : null) ?? throw $error;
        }
    }
}

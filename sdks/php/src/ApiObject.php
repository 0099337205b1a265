<?php

declare(strict_types=1);

namespace Orbinto;

use ArrayAccess;
use ArrayIterator;
use Countable;
use IteratorAggregate;
use JsonSerializable;
use stdClass;
use Traversable;

/**
 * An object of the API, read-only. Its fields are properties of the names that the API sends, `$contact->email`, or keys, `$map['plan']`.
 *
 * It is open: fields and values that this version does not know are there all the same. A documented field that did not come is null;
 * {@see ApiObject::has()} tells absent from null.
 *
 * @implements ArrayAccess<string, mixed>
 * @implements IteratorAggregate<string, mixed>
 */
class ApiObject implements ArrayAccess, Countable, IteratorAggregate, JsonSerializable
{
    /** Documented fields, and what they are made of: null, a class, ['list', …] or ['map', …]. */
    protected const FIELDS = [];
    /** Of a union: itself, and which of its classes an object belongs to. */
    protected const UNION = [];

    /** @var array<array-key, mixed> */
    private array $values = [];

    /** @param array<array-key, mixed>|stdClass $raw as JSON is read */
    final public function __construct(array|stdClass $raw = [])
    {
        foreach ((array) $raw as $name => $value) {
            $this->values[$name] = self::hydrate($value, static::FIELDS[$name] ?? null);
        }
    }

    /** @return static of the class that the object belongs to, where this one is a union */
    public static function from(stdClass $raw): static
    {
        $class = static::class;
        if ((static::UNION['of'] ?? null) === $class) {
            $class = self::memberOf($raw) ?? $class;
        }
        return new $class($raw);
    }

    /**
     * @internal
     * @param mixed $type as in FIELDS; what is something else than documented stays what it is
     */
    public static function hydrate(mixed $value, mixed $type): mixed
    {
        if ($value instanceof stdClass) {
            if (is_string($type)) {
                return ([$type, 'from'])($value);
            }
            $members = is_array($type) && $type[0] === 'map' ? $type[1] : null;
            $made = new self();
            foreach ((array) $value as $name => $member) {
                $made->values[$name] = self::hydrate($member, $members);
            }
            return $made;
        }
        if (is_array($value)) {
            $members = is_array($type) && $type[0] === 'list' ? $type[1] : null;
            return array_map(static fn (mixed $member): mixed => self::hydrate($member, $members), $value);
        }
        return $value;
    }

    /** @return class-string|null */
    private static function memberOf(stdClass $raw): ?string
    {
        $by = static::UNION['by'] ?? null;
        if ($by !== null) {
            $value = $raw->$by ?? null;
            return is_string($value) ? static::UNION['members'][$value] ?? null : null;
        }
        foreach (static::UNION['fields'] as $class => $names) {
            foreach ($names as $name) {
                if (property_exists($raw, $name)) {
                    return $class;
                }
            }
        }
        return null;
    }

    /** Whether the field came at all, be it null. */
    public function has(string $name): bool
    {
        return array_key_exists($name, $this->values);
    }

    /** @return array<array-key, mixed> arrays all the way down */
    public function toArray(): array
    {
        return array_map(self::plain(...), $this->values);
    }

    private static function plain(mixed $value): mixed
    {
        return match (true) {
            $value instanceof self => $value->toArray(),
            is_array($value) => array_map(self::plain(...), $value),
            default => $value,
        };
    }

    public function __get(string $name): mixed
    {
        if (!$this->has($name) && !array_key_exists($name, static::FIELDS)) {
            trigger_error('Undefined field: ' . static::class . "::$name", E_USER_WARNING);
        }
        return $this->values[$name] ?? null;
    }

    public function __isset(string $name): bool
    {
        return isset($this->values[$name]);
    }

    public function __set(string $name, mixed $value): void
    {
        throw new \LogicException('What the API has answered is read-only. Send changes with an update.');
    }

    public function __unset(string $name): void
    {
        $this->__set($name, null);
    }

    public function offsetExists(mixed $offset): bool
    {
        return isset($this->values[$offset]);
    }

    public function offsetGet(mixed $offset): mixed
    {
        return $this->__get((string) $offset);
    }

    public function offsetSet(mixed $offset, mixed $value): void
    {
        $this->__set((string) $offset, $value);
    }

    public function offsetUnset(mixed $offset): void
    {
        $this->__set((string) $offset, null);
    }

    public function count(): int
    {
        return count($this->values);
    }

    /** @return Traversable<array-key, mixed> */
    public function getIterator(): Traversable
    {
        return new ArrayIterator($this->values);
    }

    public function jsonSerialize(): object
    {
        return (object) $this->values;
    }

    /** @return array<array-key, mixed> */
    public function __debugInfo(): array
    {
        return $this->values;
    }
}

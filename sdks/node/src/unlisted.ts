/** Never made: its only use is a type that no listed value equals. */
declare enum UnlistedValue {
  any = 'a value that this version does not list',
}

/**
 * A text that the API may send once it knows more than this version lists. It is a string like any other; to compare it with a
 * value of yours, write `(contact.status as string) === 'new'`.
 */
export type Unlisted = UnlistedValue;

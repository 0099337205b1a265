/** A storage as browsers have it, for tests. @param capacity how many characters it takes */
export function fakeStorage(capacity = Infinity): Storage {
  const methods = {
    getItem(this: Record<string, string>, name: string): string | null {
      return this[name] ?? null;
    },
    setItem(this: Record<string, string>, name: string, text: string): void {
      const others = Object.entries(this).filter(([other]) => other !== name);
      const size = others.reduce((sum, [other, value]) => sum + other.length + value.length, name.length + text.length);
      if (size > capacity) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      this[name] = text;
    },
    removeItem(this: Record<string, string>, name: string): void {
      delete this[name];
    },
  };
  return Object.create(methods) as Storage;
}

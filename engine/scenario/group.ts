/** Knows: how to gather values by a key. Does not know: what they are. */

/** Adds `value` to the list under `key`, which it begins where there is none. */
export function addTo<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const list = groups.get(key);
  if (list) list.push(value);
  else groups.set(key, [value]);
}

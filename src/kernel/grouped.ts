/** A list by a key of its members, each group in the list's order. (`Map.groupBy` needs Node 21.) */
export function grouped<T, K>(list: Iterable<T>, key: (member: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const member of list) {
    const own = groups.get(key(member))
    if (own) own.push(member)
    else groups.set(key(member), [member])
  }
  return groups
}

/** Technologies that keep data only for a while or in memory, by the first word of their name. */
const caches: ReadonlySet<string> = new Set(
  'redis valkey memcached memcache cache hazelcast ehcache caffeine keydb dragonfly varnish cdn memory in-memory elasticache memorystore'.split(
    ' ',
  ),
);

/** What was asked about already: a model has many stores and few technologies. */
const known = new Map<string, boolean>();
const capacity = 1000;

/** Whether a store of this technology is a cache: what is in it must be made anew from elsewhere. */
export function isCache(technology: string): boolean {
  let answer = known.get(technology);
  if (answer === undefined) {
    if (known.size >= capacity) known.clear();
    const name = technology.trim().toLowerCase();
    answer = caches.has(name) || caches.has(name.split(/[\s-]/)[0] ?? '');
    known.set(technology, answer);
  }
  return answer;
}

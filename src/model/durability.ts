/** Technologies that keep data only for a while or in memory, by the first word of their name. */
const caches: ReadonlySet<string> = new Set(
  'redis valkey memcached memcache cache hazelcast ehcache caffeine keydb dragonfly varnish cdn memory in-memory elasticache memorystore'.split(
    ' ',
  ),
);

/** Whether a store of this technology is a cache: what is in it must be made anew from elsewhere. */
export function isCache(technology: string): boolean {
  const name = technology.trim().toLowerCase();
  return caches.has(name) || caches.has(name.split(/[\s-]/)[0] ?? '');
}

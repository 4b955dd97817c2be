// Models whose maps are measured. The same numbers give the same texts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function example(name) {
  const folder = join('examples', name);
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.arch'))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

/** Ten boxes a context: itself and nine services, which call each other and two contexts before. */
export function nested(boxes) {
  const texts = {};
  const contexts = boxes / 10;
  for (let context = 0; context < contexts; context++) {
    const services = Array.from({ length: 9 }, (_, index) => {
      const calls = new Set(index === 0 ? [] : [`S${context}x${Math.floor((index - 1) / 2)}`]);
      if (context > 0 && index % 4 === 3) {
        const other = Math.floor(random(context * 9 + index) * context);
        calls.add(`C${other}.S${other}x${index % 3}`);
      }
      return `  service S${context}x${index} { ${[...calls].map((to) => `calls ${to} { timeout 1s }`).join(' ')} }`;
    });
    texts[`c${context}.arch`] = `context C${context} {\n${services.join('\n')}\n}\n`;
  }
  return texts;
}

const patterns = ['[OHS, PL] -> [ACL]', '[OHS] -> [CF]', '[S] -> [C]', '->'];

/**
 * Relations between so many contexts, each between a context and one of the `reach` before it: the
 * numbers of both and the patterns between them. They lead to the later one, so that there are no
 * cycles, but for the share that leads `back`.
 */
export function landscapeRelations(contexts, relations, { reach = 12, back = 0 } = {}) {
  const pairs = new Map();
  for (let at = 0; pairs.size < relations; at++) {
    const to = 1 + Math.floor(random(at) * (contexts - 1));
    const near = Math.max(0, to - reach);
    const from = near + Math.floor(random(at + 0.5) * (to - near));
    pairs.set(`${from} ${to}`, [from, to]);
  }
  return [...pairs.values()].map(([before, later], index) => {
    const [from, to] = random(index + 0.25) < back ? [later, before] : [before, later];
    return { from, to, pattern: patterns[index % patterns.length] };
  });
}

/** Contexts and relations between them. */
export function landscape(contexts, relations, shape) {
  return landscapeOf(contexts, landscapeRelations(contexts, relations, shape));
}

/** The same with given relations. */
export function landscapeOf(contexts, relations) {
  const lines = relations.map(({ from, to, pattern }) => `  C${from} ${pattern} C${to}`);
  const names = Array.from({ length: contexts }, (_, index) => `context C${index} { }`);
  return { 'map.arch': [...names, 'contextmap Landscape {', ...lines, '}', ''].join('\n') };
}

/** The same in so many domains: one after the other, or with contexts of any domain anywhere. */
export function domains(contexts, relations, count, { scattered = false } = {}) {
  const domainOf = (context) =>
    Math.floor(scattered ? random(context) * count : (context * count) / contexts);
  return inDomains(landscape(contexts, relations), count, domainOf);
}

/** The same with relations that reach less far, and one context in seven in no domain. */
export function grouped(contexts, relations, count, scattered) {
  const domainOf = (context) => {
    if (context % 7 === 6) return undefined;
    return Math.floor(scattered ? random(context + count) * count : (context * count) / contexts);
  };
  return inDomains(landscape(contexts, relations, { reach: 8 }), count, domainOf);
}

function inDomains({ 'map.arch': text }, count, domainOf) {
  const names = Array.from(
    { length: count },
    (_, index) => `domain D${index} "Domain number ${index}" { subdomain S { type core } }`,
  );
  const placed = text.replaceAll(/context C(\d+) \{ \}/g, (whole, context) => {
    const domain = domainOf(Number(context));
    return domain === undefined ? whole : `context C${context} implements D${domain}.S { }`;
  });
  return { 'map.arch': `${names.join('\n')}\n${placed}` };
}

/** Between 0 and 1, the same for the same number. */
function random(seed) {
  const value = Math.sin((seed + 1) * 12.9898) * 43758.5453;
  return value - Math.floor(value);
}

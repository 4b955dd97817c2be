/** The system that our own contracts name in their placeholders. */
import { titled } from './arch/literals.js';
import type { Landscape } from './arch/landscape.js';
import { pascalName } from './arch/names.js';

const places = [
  /\burn:([a-z][a-z0-9-]*):problem:/,
  /^id: ["']?urn:([a-z][a-z0-9-]*):/m,
  /https:\/\/auth\.([a-z][a-z0-9-]*)\.example\//,
  /https:\/\/[a-z0-9-]+\.([a-z][a-z0-9-]*)\.example\b/,
];

/** Declares the system, where the text names one. */
export function declareSystem(text: string, landscape: Landscape): void {
  const [slug] = places.flatMap((pattern) => pattern.exec(text)?.[1] ?? []);
  const name = slug === undefined || slug === 'system' ? '' : pascalName(slug, '');
  if (name !== '') landscape.declare('system', { head: `system ${titled(name, undefined)}` });
}

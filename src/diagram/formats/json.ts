import type { Picture } from '../picture.js';

/** The laid-out picture as JSON: boxes, ports and routes in pixels, with ids of elements. */
export function toJson(picture: Picture): string {
  return `${JSON.stringify({ version: 1, ...picture }, undefined, 2)}\n`;
}

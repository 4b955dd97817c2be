import { expect, it } from 'vitest';
import { layered } from '../../src/diagram/layout/options.js';

const placement = (boxes: number, edges: number) =>
  layered('right', boxes, edges)['elk.layered.nodePlacement.strategy'];

it('takes care with small graphs only: neither many boxes nor many edges between few', () => {
  expect(placement(50, 60)).toBe('NETWORK_SIMPLEX');
  expect(placement(300, 60)).toBe('BRANDES_KOEPF');
  // 50 contexts of 1,000 services: with care the picture took more than a minute.
  expect(placement(50, 385)).toBe('BRANDES_KOEPF');
});

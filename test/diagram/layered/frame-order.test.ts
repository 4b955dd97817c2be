import { expect, it } from 'vitest';
import { nonDecreasing, reordered } from '../../../src/diagram/layout/layered/frame-order.js';

it('the nearest values in order are the means of those that are not', () => {
  expect(nonDecreasing([1, 2, 3], [1, 1, 1])).toEqual([1, 2, 3]);
  expect(nonDecreasing([3, 1], [1, 1])).toEqual([2, 2]);
  expect(nonDecreasing([0, 6, 3], [1, 1, 2])).toEqual([0, 4, 4]);
  expect(nonDecreasing([9, 6, 0], [1, 1, 1])).toEqual([5, 5, 5]);
});

it('one item may stand elsewhere', () => {
  const orders = [...reordered([0, 1, 2])].map(String).sort();
  expect(orders).toEqual(['0,2,1', '1,0,2', '1,2,0', '2,0,1']);
  expect(new Set(orders).size).toBe(orders.length);
});

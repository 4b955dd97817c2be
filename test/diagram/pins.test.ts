import { expect, it } from 'vitest';
import { pinsFile, readPins, writePins } from '../../src/diagram/pins.js';

it('pins of a grouped map lie beside those of the map as it is', () => {
  const files = [pinsFile(undefined), pinsFile('Sales'), pinsFile('Sales', 'team')];
  expect(files).toEqual([
    '.archivolt/layout/landscape.json',
    '.archivolt/layout/Sales.json',
    '.archivolt/layout/Sales.by-team.json',
  ]);
});

it('pins are written in order and read as they were, but what is none', () => {
  const pins = { 'context:B': { x: 3, y: -4 }, 'context:A': { x: 1, y: 2 } };
  const text = writePins(pins);
  expect(text.indexOf('context:A')).toBeLessThan(text.indexOf('context:B'));
  expect(readPins(text)).toEqual(pins);
  expect(readPins(text.replace('-4', '"x"'))).toEqual({ 'context:A': { x: 1, y: 2 } });
  expect(readPins('no pins')).toEqual({});
});

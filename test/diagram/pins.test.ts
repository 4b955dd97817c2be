import { expect, it } from 'vitest';
import {
  formerMapName,
  formerMapNames,
  pinsFile,
  pinsToday,
  readPins,
  writePins,
} from '../../src/diagram/pins.js';
import { modelFromTexts } from '../../src/model/from-text.js';

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
  expect(readPins(text)).toEqual({ pins });
  expect(readPins(undefined)).toEqual({ pins: {} });
});

it('what is no pin is told of, beside those that are', () => {
  const text = writePins({ 'context:B': { x: 3, y: -4 }, 'context:A': { x: 1, y: 2 } });
  const read = readPins(text.replace('-4', '"x"'));
  expect(read.pins).toEqual({ 'context:A': { x: 1, y: 2 } });
  expect(read.problem).toContain('`context:B` needs numbers');
  expect(readPins('no pins').problem).toContain('not JSON');
  expect(readPins('[]').problem).toContain('"version": 1');
  const both = text.replace('    "context:A"', '<<<<<<< HEAD\n    "context:A"');
  expect(readPins(both)).toEqual({
    pins: {},
    problem: expect.stringContaining('line 4') as string,
  });
});

it('what was renamed stays where it was put, unless it was put elsewhere since', () => {
  const model = modelFromTexts({
    'a.arch':
      '@renamedFrom(Old)\ncontext New { @renamedFrom(Cart) service Basket { } }\ncontext B { }',
  });
  const [one, other] = [
    { x: 1, y: 2 },
    { x: 3, y: 4 },
  ];
  const pins = { 'context:Old': one, 'service:Old.Cart': other };
  const all = model.elements.keys();
  expect(pinsToday(model, pins, all)).toEqual({ 'context:New': one, 'service:New.Basket': other });
  const since = { ...pins, 'context:New': other };
  expect(pinsToday(model, since, ['context:New'])).toEqual({ 'context:New': other });
});

it('maps are known by the names that they had, unless those are no names or taken', () => {
  const model = modelFromTexts({
    'a.arch': `@renamedFrom(Old) context New { } @renamedFrom(Before) view Now { include * }
      @renamedFrom("../../up") context Up { } @renamedFrom(Taken) context Other { } context Taken { }
      @renamedFrom(Crew) team Squad`,
  });
  const names = formerMapNames(model);
  expect(names).toEqual({ New: 'Old', Now: 'Before' });
  expect(formerMapName('New', names)).toBe('Old');
  expect(formerMapName('constructor', names)).toBeUndefined();
  expect(formerMapName(undefined, names)).toBeUndefined();
});

it('pins are asked for what is shown, however large the model is', () => {
  const model = modelFromTexts({
    'a.arch': '@renamedFrom(Old)\ncontext New { }\n@renamedFrom(Former)\ncontext Hidden { }',
  });
  const at = { x: 1, y: 2 };
  const pins = { 'context:Old': at, 'context:Former': at, 'context:Gone': at };
  expect(pinsToday(model, pins, ['context:New'])).toEqual({ 'context:New': at });
});

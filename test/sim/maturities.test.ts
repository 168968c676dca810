import { expect, test } from 'vitest';
import { maturityRows, noteMaturity } from '../../sim/contracts/maturities.ts';
import { createWorld } from '../../sim/index.ts';
import { inputOf } from '../support/small-province.ts';

test('more loans that fall due in a month than the list has rows for are an error', () => {
  const world = createWorld(inputOf());
  for (let k = 0; k < maturityRows(world.shape.capacity); k++) noteMaturity(world, 0, 0);
  expect(() => noteMaturity(world, 0, 0)).toThrow(/^maturities full: \d+ loans fall due in month 0$/);
});

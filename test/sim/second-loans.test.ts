import { describe, expect, test } from 'vitest';
import { searchRows, slotOf, takeSecondRow } from '../../sim/contracts/second-loans.ts';
import { createWorld, NO_LENDER, type World } from '../../sim/index.ts';
import { worldAt } from '../laws/worlds.ts';
import { inputOf } from '../support/small-province.ts';

/** Slots whose second loan is one they share, or one that says it is another's. */
const astray = (world: World): number[] => {
  const { second, shape } = world;
  const none = shape.loanRows - 1;
  return Array.from(second.keys()).filter((i) => second[i] !== none && slotOf(world, second[i]) !== i);
};

const secondLoans = ({ loans, second }: World): number =>
  second.filter((row) => loans.lender[row] !== NO_LENDER).length;

describe('rows of second loans', () => {
  test('belong to the enterprise that points to them, from the start on and as loans come and go', () => {
    const start = createWorld(inputOf());
    const later = worldAt({}, 24);
    for (const world of [start, later]) {
      expect(secondLoans(world)).toBeGreaterThan(10);
      expect(astray(world)).toEqual([]);
    }
  });

  test('hold every living second loan once', () => {
    const world = worldAt({}, 24);
    const { loans, shape } = world;
    const held = loans.lender.subarray(shape.capacity).filter((lender) => lender !== NO_LENDER).length;
    expect(held).toBe(secondLoans(world));
  });

  test('are taken back from loans that have ended', () => {
    const world = createWorld(inputOf());
    const { loans, second, shape } = world;
    const before = second.findIndex((row) => loans.lender[row] !== NO_LENDER);
    const row = second[before];
    loans.lender[row] = NO_LENDER;
    const other = second.findIndex((one) => one === shape.loanRows - 1);
    expect(takeSecondRow(world, other, searchRows(world))).toBe(row);
    expect([second[other], second[before]]).toEqual([row, shape.loanRows - 1]);
  });

  test('run out with an error', () => {
    const world = createWorld(inputOf());
    world.loans.lender.fill(0);
    expect(() => takeSecondRow(world, 0, searchRows(world))).toThrow(
      /^second loans full: \d+ rows in month 0$/,
    );
  });
});

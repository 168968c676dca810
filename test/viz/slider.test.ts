// Numbers beside sliders: what the field shows can be typed back, and the words beside it are in the same unit.
import { describe, expect, test } from 'vitest';
import { INSTRUMENTS } from '../../sim/index.ts';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import { tidy } from '../../viz/app/steps.ts';
import { fieldText, typedValue, writeValue } from '../../viz/controls/slider.ts';

const LANGUAGES = ['en', 'zh'] as const;
const SLIDERS = INSTRUMENTS.flatMap(({ id, parameters }) =>
  Object.entries(parameters).map(([name, one]) => [`${id}.${name}`, one] as const),
);

describe('a number typed into a field', () => {
  test.each(SLIDERS)('%s: every step of the slider comes back as it was', (_, { unit, min, max, step }) => {
    const count = Math.round((max - min) / step);
    for (const language of LANGUAGES)
      for (let k = 0; k <= count; k++) {
        const value = tidy(min + k * step);
        const text = fieldText(value, unit, step, language);
        expect(typedValue(Number(text), unit, step, language)).toBe(value);
      }
  });

  test('that is the status quo of the fund is the status quo, to the last digit', () => {
    const { unit, step } = INSTRUMENTS.find(({ id }) => id === 'fundAllocation')!.parameters.fund!;
    const { value } = LIBRARY.of('hunan').factOf('fundAllocation', 'fund');
    expect([fieldText(value, unit, step, 'en'), fieldText(value, unit, step, 'zh')]).toEqual(['0.98', '9.8']);
    expect(typedValue(0.98, unit, step, 'en')).toBe(value);
    expect(typedValue(9.8, unit, step, 'zh')).toBe(value);
  });
});

test('money beside a field is written in the field’s unit', () => {
  const { unit, step, max } = INSTRUMENTS.find(({ id }) => id === 'fundAllocation')!.parameters.fund!;
  expect(writeValue(9.8e8, unit, step, 'en')).toBe('CNY\u00a00.98\u00a0bn');
  expect(writeValue(max, unit, step, 'zh')).toBe('50.0亿元');
});

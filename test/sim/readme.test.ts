import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withSections } from '../golden/model-text.ts';

const text = readFileSync(new URL('../../sim/README.md', import.meta.url), 'utf8');

describe('the model in words', () => {
  it('says what the code says: the month, the matrix, levers, shocks and parameters are made from it', () => {
    expect(text).toBe(withSections(text));
  });

  it('notices a table that has drifted', () => {
    expect(withSections(text.replace('| trade |', '| barter |'))).not.toBe(
      text.replace('| trade |', '| barter |'),
    );
  });
});

import { expect, test } from 'vitest';
import { breather } from '../../workers/breather.ts';

test('two runs that breathe at the same time both go on', { timeout: 2000 }, async () => {
  let clock = 0;
  const pause = breather(() => {
    clock += 100;
    return clock;
  });
  await expect(Promise.all([pause(), pause(), pause()])).resolves.toHaveLength(3);
});

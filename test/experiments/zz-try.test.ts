import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { tellStory } from '/work/main/experiments/story.ts';
import { runScenarios, soloEngine } from '/work/main/experiments/index.ts';
import { resolvePreset, loadProvince } from '/work/main/scenarios/index.ts';
test('try', async () => {
  const settings = { scale: 1000, seed: '1', runs: 1, until: 95 } as const;
  const a = resolvePreset('baseline'), b = resolvePreset('full-package');
  const t = performance.now();
  const d = await tellStory([a, b], { settings });
  console.log(performance.now() - t);
  const [plain] = await runScenarios([b], { settings, dimensions: [] }, soloEngine);
  console.log(plain.resultHash === d.receipt.b?.resultHash);
  for (const s of d.stories) console.log(s.kind?.id, s.kind?.a, s.kind?.b?.share, s.enterprise?.id, s.a.length, s.differs?.length);
  writeFileSync('/tmp/story.json', JSON.stringify(d));
  console.log(loadProvince('hunan').lenders.map((l) => l.id).join(' ').slice(0, 600), loadProvince('hunan').guarantors.map((l) => l.id).join(' '));
}, 100000);

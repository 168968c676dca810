/** Zhejiang: what its own sources say, and Hunan's records where they say nothing. README.md tells which is which. */
import { provinceFrom } from '../build.ts';
import hunanParameters from '../hunan/parameters.json' with { type: 'json' };
import type { ProvincePack } from '../pack.ts';
import { overHunan } from './borrowed.ts';
import history from './history.json' with { type: 'json' };
import institutions from './institutions.json' with { type: 'json' };
import margins from './margins.json' with { type: 'json' };
import parameters from './parameters.json' with { type: 'json' };
import structure from './structure.json' with { type: 'json' };
import targets from './targets.json' with { type: 'json' };
import tilts from './tilts.json' with { type: 'json' };

/** The pack. Throws InputError for unsound records. */
export const zhejiang = (): ProvincePack =>
  provinceFrom({
    id: 'zhejiang',
    title: { en: 'Zhejiang', zh: '浙江' },
    structure,
    margins,
    tilts,
    institutions,
    parameters: hunanParameters.map((record) => overHunan(record, parameters)),
    targets: targets.targets,
    history,
    contradictions: [],
  });

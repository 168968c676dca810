/** Hunan: data files put together. Start with README.md for what the numbers are and are not. */
import contradictions from '../../evidence/contradictions.json' with { type: 'json' };
import { provinceFrom } from '../build.ts';
import type { Contradiction, ProvincePack } from '../pack.ts';
import history from './history.json' with { type: 'json' };
import institutions from './institutions.json' with { type: 'json' };
import margins from './margins.json' with { type: 'json' };
import parameters from './parameters.json' with { type: 'json' };
import structure from './structure.json' with { type: 'json' };
import targets from './targets.json' with { type: 'json' };
import tilts from './tilts.json' with { type: 'json' };

/** The pack. Throws InputError for unsound records. */
export const hunan = (): ProvincePack =>
  provinceFrom({
    id: 'hunan',
    title: { en: 'Hunan', zh: '湖南' },
    structure,
    margins,
    tilts,
    institutions,
    parameters,
    targets: targets.targets,
    history,
    contradictions: contradictions as readonly Contradiction[],
  });

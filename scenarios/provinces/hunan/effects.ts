/** Published effects for Hunan and their experiments. Loaded by those who validate, not by the lab. */
import { checkedEffects, type EffectRegister } from '../effects.ts';
import effects from './effects.json' with { type: 'json' };

/** The register of effects. Throws InputError when it names what does not exist. */
export const effectRegister = (): EffectRegister => checkedEffects(effects as unknown as EffectRegister);

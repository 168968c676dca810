/** Phase 3: the public record of every enterprise, looked up anew each month. */
import { forEnterprise } from './conditions.ts';
import type { Enterprise } from './enterprise.ts';
import { uniformDraw } from './luck.ts';
import { shifted } from './treasury.ts';
import type { SlowWorld } from './world.ts';

export function data(world: SlowWorld): void {
  for (const e of world.enterprises) if (e.status === 'active') e.data = recordOf(world, e);
}

function recordOf(world: SlowWorld, e: Enterprise): Enterprise['data'] {
  const { p } = world;
  const { setting } = e.cell;
  const coverage = forEnterprise(world, 'dataSharing.coverage', e);
  const consent = forEnterprise(world, 'dataSharing.consent', e);
  const onFile = shifted(p['data.onFileBySetting'][setting], p['dataSharing.coverage'][0], coverage);
  const agreed = shifted(p['data.consentBySetting'][setting], p['dataSharing.consent'][0], consent);
  if (uniformDraw(world, 'dataOnFile', -1, e.id) >= onFile) return 'none';
  if (uniformDraw(world, 'dataConsent', -1, e.id) >= agreed) return 'none';
  return uniformDraw(world, 'dataPartial', -2, e.id) < p['data.missingBySetting'][setting]
    ? 'partial'
    : 'full';
}

/** Engines put together from fresh modules, some parts of them replaced. */
import { vi } from 'vitest';
import type { Engine } from './observe.ts';

/** What a module exports, by name. */
export type Parts = Record<string, unknown>;

/** Exports of a module, by its path from here, that take the place of its own. */
export interface Replacement {
  readonly module: string;
  readonly replace: (parts: Parts) => Parts;
}

/** The engine with some exports of some of its modules replaced, made of fresh modules. */
export async function engineWith(changes: readonly Replacement[]): Promise<Engine> {
  vi.resetModules();
  for (const { module, replace } of changes)
    vi.doMock(module, async (original: () => Promise<Parts>) => {
      const parts = await original();
      return { ...parts, ...replace(parts) };
    });
  const made = await import('../../sim/index.ts');
  for (const { module } of changes) vi.doUnmock(module);
  return made;
}

/** Pictures without a page: as much of a document as the hand-drawn charts ask for, read back as text. */
import { vi } from 'vitest';

/** An element as it was drawn. */
export interface Drawn {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Drawn | string)[];
}

function elementOf(name: string) {
  const attributes: Record<string, string> = {};
  const children: (Drawn | string)[] = [];
  return {
    name,
    attributes,
    children,
    setAttribute: (key: string, value: string) => void Object.assign(attributes, { [key]: value }),
    append: (...more: (Drawn | string)[]) => void children.push(...more),
  };
}

/** Lets charts draw; `vi.unstubAllGlobals` takes it away again. */
export const stubDocument = () =>
  vi.stubGlobal('document', { createElementNS: (_: string, name: string) => elementOf(name) });

/** All elements of a picture, itself first. */
export function elementsOf(picture: unknown): Drawn[] {
  const drawn = picture as Drawn;
  const inner = drawn.children.filter((one) => typeof one !== 'string');
  return [drawn, ...inner.flatMap(elementsOf)];
}

/** Every text of a picture. */
export const textsOf = (picture: unknown): string[] =>
  elementsOf(picture).flatMap((one) => one.children.filter((child) => typeof child === 'string'));

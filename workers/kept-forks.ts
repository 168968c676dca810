/**
 * Spun-up worlds kept between visits, behind those kept in memory. Files are written whole or not at all, read back only
 * when their hash holds, and the oldest go first. Nothing here can fail a run: without a place to write, nothing is kept.
 */
import type { Fork, ForkCache } from '../experiments/index.ts';
import { decodeFork, encodeFork, type Part } from './fork-file.ts';

/** A place for files: the browser's private file system, or a folder. */
export interface Shelf {
  read(name: string): Promise<Part | undefined>;
  /** Puts a file there whole; a reader never sees half of it. */
  write(name: string, parts: readonly Part[]): Promise<void>;
  /** Every file with its size, the least recently written first. */
  list(): Promise<readonly { readonly name: string; readonly bytes: number }[]>;
  remove(name: string): Promise<void>;
}

/** Worlds up to this size stay in memory too; a 1:1 world is read again instead, so that there are never two. */
const NEAR_BYTES = 64 * 1024 * 1024;
/** Sketches, of which many are made ahead of time, push out none but each other in memory, and go first on the shelf. */
const SKETCH_BYTES = 1024 * 1024;
/** Most bytes kept on a shelf. */
const MOST_BYTES = 768 * 1024 * 1024;

/** A map that forgets its oldest entries. */
export class Recent<K, V> extends Map<K, V> {
  readonly #most: number;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  override set(key: K, value: V): this {
    this.delete(key);
    super.set(key, value);
    for (const oldest of this.keys()) {
      if (this.size <= this.#most) break;
      this.delete(oldest);
    }
    return this;
  }
}

export class KeptForks implements ForkCache {
  readonly #near: Recent<string, Fork>;
  readonly #sketches: Recent<string, Fork>;
  readonly #shelf: Shelf | undefined;
  readonly #build: string;
  readonly #most: number;

  /** `build` tells the code that made a world: worlds of other code are never read. */
  constructor(build: string, shelf: Shelf | undefined, inMemory: number, most = MOST_BYTES) {
    this.#build = build;
    this.#shelf = shelf;
    this.#near = new Recent(inMemory);
    this.#sketches = new Recent(inMemory);
    this.#most = most;
  }

  async get(key: string): Promise<Fork | undefined> {
    const near = this.#near.get(key) ?? this.#sketches.get(key);
    if (near) this.#remember(key, near);
    if (near || !this.#shelf) return near;
    const name = this.#name(key);
    try {
      const bytes = await this.#shelf.read(name);
      if (!bytes) return undefined;
      const fork = await decodeFork(key, bytes);
      if (fork) this.#remember(key, fork);
      else await this.#shelf.remove(name);
      return fork;
    } catch {
      return undefined;
    }
  }

  async set(key: string, fork: Fork): Promise<void> {
    this.#remember(key, fork);
    try {
      await this.#shelf?.write(this.#name(key), await encodeFork(key, fork));
      await this.#tidy();
    } catch {
      // a full or forbidden disk: the world is still in memory
    }
  }

  #remember(key: string, fork: Fork): void {
    const { length } = fork.state;
    if (length <= SKETCH_BYTES) this.#sketches.set(key, fork);
    else if (length <= NEAR_BYTES) this.#near.set(key, fork);
  }

  #name(key: string): string {
    return `${this.#build}-${key}.world`;
  }

  async #tidy(): Promise<void> {
    const listed = (await this.#shelf?.list()) ?? [];
    const files = listed.toSorted((a, b) => Number(a.bytes > SKETCH_BYTES) - Number(b.bytes > SKETCH_BYTES));
    let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { name, bytes } of files) {
      if (total <= this.#most && name.startsWith(this.#build)) continue;
      await this.#shelf?.remove(name);
      total -= bytes;
    }
  }
}

/** Columns over one buffer: a layout is a list of names, kinds and lengths; a view is made from it at no cost. */

export type Kind = 'f64' | 'f32' | 'u32' | 'i32' | 'u16' | 'i16' | 'u8';
type ArrayOf<K extends Kind> = {
  f64: Float64Array;
  f32: Float32Array;
  u32: Uint32Array;
  i32: Int32Array;
  u16: Uint16Array;
  i16: Int16Array;
  u8: Uint8Array;
}[K];

export type Spec = Readonly<Record<string, Kind>>;
export type Columns<S extends Spec> = { readonly [K in keyof S]: ArrayOf<S[K]> };

const CONSTRUCTORS = {
  f64: Float64Array,
  f32: Float32Array,
  u32: Uint32Array,
  i32: Int32Array,
  u16: Uint16Array,
  i16: Int16Array,
  u8: Uint8Array,
} as const;

/** Hands out aligned stretches of a buffer, first come first placed; run once without a buffer to learn the size. */
export class Allocator {
  offset = 0;
  readonly buffer: ArrayBufferLike | null;

  constructor(buffer: ArrayBufferLike | null) {
    this.buffer = buffer;
  }

  /** One column of `length` elements; an empty one while measuring. */
  column<K extends Kind>(kind: K, length: number): ArrayOf<K> {
    const Constructor = CONSTRUCTORS[kind];
    const start = this.offset;
    this.offset = start + Math.ceil((length * Constructor.BYTES_PER_ELEMENT) / 8) * 8;
    return (
      this.buffer ? new Constructor(this.buffer as ArrayBuffer, start, length) : new Constructor(0)
    ) as ArrayOf<K>;
  }

  /**
   * All columns of a table with `rows` rows. The object starts as a copy of its spec: filled key by key, a wide one would
   * become a dictionary that is searched at every read (a third of the month's time).
   */
  table<S extends Spec>(spec: S, rows: number): Columns<S> {
    const columns: Record<string, unknown> = { ...spec };
    for (const name of Object.keys(spec)) columns[name] = this.column(spec[name], rows);
    return columns as Columns<S>;
  }
}

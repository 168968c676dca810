/** A catalogue in one language fixes the names and arguments of the other: a text missing there does not compile. */
export type Translated<Source> = {
  readonly [K in keyof Source]: Source[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : string;
};

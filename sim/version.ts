/** Versions of the engine, apart from it, so that a page can name one without loading it. */

/** Changes whenever any byte of any result may change. */
export const ENGINE_VERSION = '0.8.0';

/** Changes whenever the tables of a snapshot do. */
export const LAYOUT_VERSION = 6;

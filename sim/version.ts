/** Versions of the engine, apart from it, so that a page can name one without loading it. */

/** Raised with every change that may move a byte of a result: caches, receipts and `verify` go by it. */
export const ENGINE_VERSION = '0.10.0';

/** Raised with every change of a snapshot's tables: earlier snapshots are refused. */
export const LAYOUT_VERSION = 7;

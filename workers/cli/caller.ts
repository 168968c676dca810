/** Where relative paths of the command line lead from: the folder of the person who asks. */
import { resolve } from 'node:path';

/**
 * npm runs the script in the checkout, and says in INIT_CWD where it was called. Whatever else npm has started (the
 * tests, somebody's own script) hands that down too; there the program's own folder is meant.
 */
function callerFolder(): string {
  const { INIT_CWD, npm_lifecycle_event: script, npm_package_name: name } = process.env;
  const isOurs = script === 'headwater' && name === 'headwater';
  return (isOurs && INIT_CWD) || process.cwd();
}

/** A path as the person who asks means it, absolute; an empty one names nothing and stays empty. */
export const fromCaller = (path: string): string => path && resolve(callerFolder(), path);

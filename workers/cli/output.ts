/** Files of `--out`: a place is tried before the work, and of several files all are written or none. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { InputError } from '../../scenarios/index.ts';
import type { File } from '../package.ts';
import { fromCaller } from './caller.ts';
import { PLACE, type Words } from './options.ts';

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** Whether something has this name, a link to nowhere included. Throws what the file system says but for an absence. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path) !== undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw error;
  }
}

/** The folder itself when it exists, else the nearest above it that does. */
const nearestThere = (folder: string): string => (isThere(folder) ? folder : nearestThere(dirname(folder)));

function tryFile(folder: string): void {
  const probe = join(folder, `.headwater.${process.pid}.tmp`);
  writeFileSync(probe, '');
  rmSync(probe);
}

/**
 * Creates folders below one that exists, in a folder of their own that nobody else sees and that goes again. Level by
 * level: where nothing can be created at all, as in `/proc`, a recursive mkdir of Node never ends.
 */
function tryFolders(above: string, names: readonly string[]): void {
  const levels = [mkdtempSync(join(above, '.headwater-'))];
  try {
    for (const name of names) {
      const level = join(levels[0], name);
      mkdirSync(level);
      levels.unshift(level);
    }
    tryFile(levels[0]);
  } finally {
    for (const level of levels) rmdirSync(level);
  }
}

/** Why files of these names cannot be written into a folder; undefined when they can. Leaves nothing behind. */
function hindrance(folder: string, names: readonly string[]): string | undefined {
  try {
    const there = nearestThere(folder);
    if (!statSync(there).isDirectory())
      return there === folder ? 'not a folder' : `${basename(there)} is not a folder`;
    if (there !== folder) tryFolders(there, relative(there, folder).split(sep));
    else tryFile(folder);
  } catch (error) {
    return `cannot be written, ${(error as NodeJS.ErrnoException).code ?? 'error'}`;
  }
  const occupied = names.find((name) => isFolder(join(folder, name)));
  return occupied && `${occupied} in it is a folder`;
}

const refusal = (rule: string, value: string): InputError =>
  new InputError([{ kind: 'invalid', name: '--out', rule, value, path: PLACE }]);

/**
 * Refuses a folder in which files of these names cannot be written, before any work is done. Throws InputError, with
 * the word that stands for the folder.
 */
export function checkFolder(folder: string, names: readonly string[], word = folder): void {
  const rule = hindrance(resolve(folder), names);
  if (rule !== undefined) throw refusal(rule, word);
}

/** The folder that `--out` names, good for files of these names; undefined without `--out`. Throws InputError. */
export function outFolder({ out }: Words, names: readonly string[]): string | undefined {
  if (out === undefined) return undefined;
  if (out === '') throw refusal('empty', out);
  const folder = fromCaller(out);
  checkFolder(folder, names, out);
  return folder;
}

/** A file on its way: written as a draft, then put in its place; what was there is kept until all files are. */
interface Passage {
  readonly content: File['content'];
  readonly path: string;
  readonly draft: string;
  readonly former: string;
}

/** What takes back the steps done so far, in their order. */
type Back = (() => void)[];

/** The file a name stands for: what a link leads to, so that the link stays one; a link to nowhere is replaced. */
const behindLink = (path: string): string =>
  isThere(path) && lstatSync(path).isSymbolicLink() && existsSync(path) ? realpathSync(path) : path;

function passageOf(folder: string, { name, content }: File): Passage {
  const path = behindLink(join(folder, name));
  const temporary = (kind: string) => join(dirname(path), `.${basename(path)}.${process.pid}.${kind}`);
  return { content, path, draft: temporary('tmp'), former: temporary('former') };
}

function makeFolder(folder: string, back: Back): void {
  const highest = mkdirSync(folder, { recursive: true });
  if (highest === undefined) return;
  back.push(() => {
    for (let at = folder; at.length >= highest.length; at = dirname(at)) rmdirSync(at);
  });
}

/** Writes the draft down to the disk, so that the name it is given is never that of a file half there. */
function writeDraft({ draft, content }: Passage, back: Back): void {
  back.push(() => rmSync(draft, { force: true }));
  const file = openSync(draft, 'w');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Gives what is at `path` another name as well, or a copy where a file cannot have two. */
function keepFormer({ path, former }: Passage, back: Back): void {
  rmSync(former, { force: true });
  back.push(() => rmSync(former, { force: true }));
  if (lstatSync(path).isSymbolicLink()) symlinkSync(readlinkSync(path), former);
  else {
    try {
      linkSync(path, former);
    } catch {
      copyFileSync(path, former);
    }
  }
  back.push(() => renameSync(former, path));
}

/** The draft takes the name in one step: whoever opens it meets the old file or the new one. */
function putInPlace(passage: Passage, back: Back): void {
  const { path, draft } = passage;
  const isNew = !isThere(path);
  if (!isNew) keepFormer(passage, back);
  renameSync(draft, path);
  if (isNew) back.push(() => rmSync(path));
}

/** Takes every step back that can be, the last one first. */
function takeBack(steps: Back): void {
  for (const step of steps.toReversed()) {
    try {
      step();
    } catch {
      // what led here is the failure to tell
    }
  }
}

/**
 * Writes files into a folder, which is created where it is missing. When one cannot be written or put in its place,
 * throws, and the folder is as it was.
 */
export function writeFiles(folder: string, files: readonly File[]): void {
  const place = resolve(folder);
  const passages = files.map((file) => passageOf(place, file));
  const back: Back = [];
  try {
    makeFolder(place, back);
    for (const passage of passages) writeDraft(passage, back);
    const occupied = passages.find(({ path }) => isFolder(path));
    if (occupied) throw new Error(`${occupied.path} is a folder`);
    for (const passage of passages) putInPlace(passage, back);
  } catch (error) {
    takeBack(back);
    throw error;
  }
  for (const { former } of passages) rmSync(former, { force: true });
}

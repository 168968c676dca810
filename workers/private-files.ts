/** A shelf in the browser's private file system; undefined where the page may keep nothing. */
import type { Shelf } from './kept-forks.ts';

const FOLDER = 'spin-ups';

export async function privateShelf(): Promise<Shelf | undefined> {
  try {
    const root = await navigator.storage.getDirectory();
    return shelfIn(await root.getDirectoryHandle(FOLDER, { create: true }));
  } catch {
    return undefined;
  }
}

function shelfIn(folder: FileSystemDirectoryHandle): Shelf {
  return {
    async read(name) {
      const handle = await folder.getFileHandle(name).catch(() => undefined);
      return handle && new Uint8Array(await (await handle.getFile()).arrayBuffer());
    },
    async write(name, parts) {
      const handle = await folder.getFileHandle(name, { create: true });
      const writer = await handle.createWritable();
      for (const part of parts) await writer.write(part);
      await writer.close();
    },
    async list() {
      const files = [];
      for await (const handle of folder.values()) {
        if (handle.kind !== 'file') continue;
        const file = await handle.getFile();
        files.push({ name: file.name, bytes: file.size, at: file.lastModified });
      }
      return files.sort((a, b) => a.at - b.at);
    },
    remove: (name) => folder.removeEntry(name),
  };
}

// Launches the terminal program: installs and builds what is missing, then hands over.
import { pathToFileURL } from 'node:url';
import { stop } from './prepare.mjs';
import { program } from './program.mjs';

process.stderr.on('error', () => {}); // the exit code tells what nobody reads

const entry = await program().catch(stop);
await import(pathToFileURL(entry).href);

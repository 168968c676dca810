/** What the editors make, once they are loaded. */
import { loadedLater } from '../app/later.ts';

export const later = loadedLater(() => import('./editing.ts').then(({ EDITING }) => EDITING));

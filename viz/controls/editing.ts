/** Editors that load when the Overview is usable: months, phase-in and scope, and what can be added to the time lane. */
import { laneAdder } from './lane-add.ts';
import { patchEditor } from './patch-editor.ts';
import { shockScope } from './scope-editor.ts';

export const EDITING = { laneAdder, patchEditor, shockScope };

/** Starts the lab: reads the address, shows the stored baseline, asks the model, draws the page at every change. */
import './app/styles.ts';
import { render as renderLit } from 'lit';
import './app/chart-host.ts';
import { loadBaseline } from './app/baseline.ts';
import { LIBRARY } from './app/catalogue.ts';
import { inOneProvince, withoutComparator } from './app/comparators.ts';
import type { Acts, Context } from './app/context.ts';
import { Desk } from './app/desk.ts';
import { type Likely, parameterMoves } from './app/foresight.ts';
import { keepFile } from './app/kept-files.ts';
import { withKeptName, withoutKeptName } from './app/kept-name.ts';
import { KeptScenarios, noteRecent } from './app/kept-scenarios.ts';
import { Lab } from './app/lab.ts';
import { presetOf } from './app/library.ts';
import { linkOf } from './app/link.ts';
import { readLink } from './app/link-read.ts';
import { Lookout } from './app/lookout.ts';
import { recall, remember } from './app/memory.ts';
import { NoticeBoard } from './app/notice-board.ts';
import { keepOffline } from './app/offline.ts';
import { openScenario } from './app/open-file.ts';
import { inPresetOrder } from './app/policy-order.ts';
import { type Extent, roomy, shell } from './app/shell.ts';
import { usualState } from './app/start.ts';
import { askedOf, type State, startsAlike } from './app/state.ts';
import { Store } from './app/store.ts';
import { lookOf, onSystemTheme, wear } from './app/theme.ts';
import { answered, scenarioName } from './app/words.ts';
import hunanBaseline from './baseline/hunan.json?url';
import zhejiangBaseline from './baseline/zhejiang.json?url';
import { forgetEntries } from './controls/entry.ts';
import { OPEN } from './controls/rail.ts';
import { wordsOf } from './text/index.ts';
import { LANGUAGES, TAGS } from './text/language.ts';
import { today } from './text/months.ts';
import { VIEWS, type ViewTemplate } from './views/registry.ts';

const root = document.getElementById('lab')!;
const views = VIEWS.map((one) => one.id);
const kept = recall();
const own = new KeptScenarios(LIBRARY);
const usual = usualState(LIBRARY, kept, navigator.languages);
const read = readLink(location.search || kept.link || '', usual, LIBRARY, views);
const store = new Store(read.state);
const board = new NoticeBoard(() => draw());
const lab = new Lab(
  LIBRARY,
  (what) => {
    if (what === 'answer') drawNow();
    else draw(what === 'question' ? 'levers' : 'all');
  },
  () => !document.hidden && !desk.isBusy,
);
const desk = new Desk(
  () => draw(),
  () => acts.link(),
);
const lookout = new Lookout(lab, firstMoves);
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    lab.lookAway();
    lookout.stir();
  } else {
    lab.lookAgain();
    if (lab.view.status === 'done') lookout.rest();
  }
});
const loaded = new Map<string, ViewTemplate>();

const acts: Acts = {
  change(change, control) {
    let moved = false;
    store.change((now) => {
      const next = change(now);
      const paired = inOneProvince(next, LIBRARY);
      moved = paired !== next;
      if (!startsAlike(paired.draft, now.draft)) forgetEntries();
      return inPresetOrder(paired, LIBRARY);
    }, control);
    if (moved) board.tellProvince(store.state.comparator, LIBRARY, store.state.language);
  },
  undo() {
    forgetEntries();
    store.undo();
  },
  redo() {
    forgetEntries();
    store.redo();
  },
  stop: () => lab.stop(),
  again: () => lab.again(),
  foresee: (likely) => lookout.turnTo(likely),
  lookAway: () => lookout.turnAway(),
  dismiss: (id) => board.dismiss(id),
  redraw: () => draw(),
  notify: (text, tone) => board.add(text, tone),
  link: (state = store.state) => new URL(`?${linkOf(state, LIBRARY)}`, location.href).href,
  keep(name) {
    const words = wordsOf(store.state.language);
    const { preset, lasts } = own.keep(name, store.state.draft, today());
    store.change((now) => ({ ...now, draft: withKeptName(now.draft, preset) }));
    board.add(lasts ? words.keptAs(name) : words.keptForNow(name));
  },
  forget(id) {
    own.forget(id);
    store.change((now) => {
      const usual = LIBRARY.of(now.draft.province).province.statusQuo;
      const left = withoutComparator(now, id, usual);
      return { ...left, draft: withoutKeptName(left.draft, id) };
    });
    draw();
  },
  openLink(link) {
    const { state, problems } = readLink(link, usual, LIBRARY, views);
    store.change((now) => ({ ...now, ...askedOf(state) }));
    board.tellLink(problems, LIBRARY, store.state.language);
  },
  openFile: (file) => openScenario(file, lab, acts, wordsOf(store.state.language)),
};

function contextNow(): Context {
  const { state } = store;
  return {
    state,
    chosen: state,
    words: wordsOf(state.language),
    look: lookOf(state.theme),
    library: LIBRARY.of(state.draft.province),
    lab: lab.view,
    desk,
    notices: board.notices,
    canUndo: store.canUndo,
    canRedo: store.canRedo,
    acts,
    tell: (text) => text[state.language],
  };
}

/** The next frame that draws, and how much of the page it draws. */
let planned = 0;
let wanted: Extent = 'levers';
let restarts = 0;

/** Draws at the next frame, however many changes come before it. */
function draw(extent: Extent = 'all'): void {
  if (extent === 'all') wanted = 'all';
  planned ||= requestAnimationFrame(render);
}

/** Draws an answer in the frame that comes next, together with its pictures, which are drawn in that frame. */
function drawNow(): void {
  draw('all');
  if (document.hidden) return;
  cancelAnimationFrame(planned);
  render();
}

function render(): void {
  const extent = wanted;
  planned = 0;
  wanted = 'levers';
  const context = contextNow();
  if (extent === 'all') renderAround(context);
  const view = viewOf(context.state.view);
  renderLit(shell(context, view && (() => view(answered(context))), extent), root);
  if (desk.isBusy) lab.lookAway();
}

/** What belongs to a drawing and stands outside of it. */
function renderAround(context: Context): void {
  noteFinished();
  if (lab.view.restarts > restarts) {
    restarts = lab.view.restarts;
    board.add(context.words.restarted, 'warning');
  }
  nameDocument(
    TAGS[context.state.language],
    context.words.pageTitle(titleOfView(context), scenarioName(context)),
  );
  wear(context.look);
}

/** Language and title of the document; written only when they change, as the browser restyles every element for it. */
function nameDocument(lang: string, title: string): void {
  const { documentElement } = document;
  if (documentElement.lang !== lang) documentElement.lang = lang;
  if (document.title !== title) document.title = title;
}

const titleOfView = ({ state, words }: Context) => VIEWS.find((one) => one.id === state.view)!.title(words);

/** The view that could not be loaded; tried again when it is opened again. */
let missing: string | undefined;

function viewOf(id: string): ViewTemplate | undefined {
  const known = loaded.get(id);
  if (known || missing === id) return known;
  const template = VIEWS.find((one) => one.id === id)!.load();
  if (template instanceof Promise) {
    template.then(
      (ready) => {
        loaded.set(id, ready);
        draw();
      },
      () => {
        missing = id;
        board.add(wordsOf(store.state.language).viewNotLoaded, 'warning');
      },
    );
    return undefined;
  }
  loaded.set(id, template);
  return template;
}

let writing: ReturnType<typeof setTimeout> | undefined;
/** True while the browser goes back or forward: the view follows, and no new entry is made. */
let travelling = false;

/** What the first slider of the lever that stands open may be moved to. */
function firstMoves(): Likely | undefined {
  const library = LIBRARY.of(store.state.draft.province);
  const instrument = library.instruments.find((one) => one.id === OPEN);
  const [name] = Object.keys(instrument?.parameters ?? {});
  return instrument && name ? parameterMoves(instrument, name, library.factOf(OPEN, name).value) : undefined;
}

/** What has been run to its end is worth finding again, however it is looked at. */
let noted: string | undefined;
function noteFinished(): void {
  lookout.stir();
  if (lab.view.status !== 'done') return;
  lookout.rest();
  const link = linkOf({ ...usual, language: LANGUAGES[0], ...askedOf(store.state) }, LIBRARY);
  if (link === noted) return;
  noted = link;
  noteRecent({ link, title: scenarioName(contextNow()), at: new Date().toISOString() });
}

store.listen((state, before) => {
  if (state.view !== before.view) missing = undefined;
  if (state.view !== before.view && !travelling) history.pushState(null, '', acts.link());
  clearTimeout(writing);
  writing = setTimeout(() => {
    history.replaceState(null, '', acts.link());
    remember(state, linkOf(state, LIBRARY));
    if (state.draft.file) keepFile(state.draft.file);
  }, 300);
  if (state.draft.province !== before.draft.province) showBaseline(state);
  lab.ask(state);
  draw(onlyDraft(state, before) ? 'levers' : 'all');
});

/** A change that is first seen where it was made; the rest of the page follows with its answer, or a moment later. */
function onlyDraft(state: State, before: State): boolean {
  if (state.draft === before.draft) return false;
  return (Object.keys(state) as (keyof State)[]).every(
    (key) => key === 'draft' || state[key] === before[key],
  );
}

/** Stored results of provinces as they stand. */
const BASELINES: Readonly<Record<string, string>> = { hunan: hunanBaseline, zhejiang: zhejiangBaseline };

/** Shows a province as it stands, from a file, until the model has run. */
function showBaseline({ draft: { province } }: State): void {
  const comparator = LIBRARY.of(province).province.statusQuo;
  const { draft } = presetOf(LIBRARY, comparator)!;
  const { seed, runs, scale } = usual;
  void loadBaseline(BASELINES[province], LIBRARY).then((stored) => {
    if (stored) lab.showStored(stored, { draft, comparator, others: [], seed, runs, scale, day: today() });
  });
}

addEventListener('popstate', () => {
  const { view } = readLink(location.search, usual, LIBRARY, views).state;
  travelling = true;
  store.change((now) => (now.view === view ? now : { ...now, view }));
  travelling = false;
});

/** Kinds of input in which nothing is typed, so that undoing there is the lab's. */
const UNTYPED = ['range', 'checkbox', 'radio'];

addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLInputElement && !UNTYPED.includes(event.target.type);
  if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
  event.preventDefault();
  if (event.shiftKey) acts.redo();
  else acts.undo();
});

onSystemTheme(() => draw());
roomy.addEventListener('change', () => draw());
board.tellLink(read.problems, LIBRARY, read.state.language);
draw();
showBaseline(read.state);
lab.ask(store.state);
own.follow(() => draw());
keepOffline();

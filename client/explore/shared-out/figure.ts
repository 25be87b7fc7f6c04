import type { SharedSignifier } from '../../../server/contract/shared-out.ts';
import { sharedPlots } from '../../../triads/figures/from-shared.ts';
import { numbersInWords } from '../../../triads/figures/numbers.ts';
import type { Figure } from '../../../triads/figures/page.ts';
import { countInWords, type Panel } from '../../../triads/figures/shown.ts';
import type { Signifier } from '../../../triads/framework/framework.ts';
import { regionName, storiesOf, worded } from '../../parts/words.ts';
import { today } from '../figures/figure.ts';
import { shortName } from '../saying.ts';
import type { SharedBoard } from './SharedBoard.svelte.ts';
import { calledOf, cellsSay, rowsOf } from './says.ts';

/** A signifier with what its lead may see of it. */
export interface Paired {
  signifier: Signifier;
  shared: SharedSignifier;
}

const drawnAs: Record<SharedSignifier['cut']['by'], string> = {
  bins: 'Triangular bins',
  zones: 'Zones',
  parts: 'Histogram',
  squares: 'Squares',
  options: 'Bars',
};

const whole = 'Whole collection';

/** One plot as its lead sees it: the same cells of the same step, and nothing that the board does not say. */
export function figureOfShared(board: SharedBoard, { signifier, shared }: Paired): Figure {
  const seen = board.seen(shared);
  const { threshold } = about(board);
  const drawn = sharedPlots(signifier, { ...shared, ...seen }, board.language);
  const without = drawn.filter(({ plot }) => plot === null);
  const inWords = drawn.flatMap(({ words, inWords }) =>
    inWords === 0 ? [] : [`${words && `${words}: `}${countInWords(inWords, threshold)} chosen in words, without a place here.`],
  );
  return {
    ...about(board),
    title: worded(signifier.question),
    view: drawnAs[shared.cut.by],
    panels: panelsOf(board, { signifier, shared }),
    notes: [
      ...(signifier.kind === 'stones'
        ? []
        : [cellsSay(rowsOf(signifier, shared, seen), seen.states.placed, threshold, calledOf(signifier))]),
      ...inWords,
      ...(without.length ? ['So few are placed here that nothing may be shown.'] : []),
      ...(seen.isStandIn ? [`${whole}, since too few of the own region are placed to be shown by themselves.`] : []),
      ...rules(board),
      'It describes these stories only.',
    ],
  };
}

/** The whole board of a lead: every plot, then the bars beside them. */
export function figureOfSharedBoard(board: SharedBoard, paired: readonly Paired[]): Figure {
  // On a line of its own under the title, since a column of notes would leave a dozen plots little room.
  const { selection, threshold } = about(board);
  const held = { selection: `${selection} · a dot: fewer than ${threshold} · a cross: held back` };
  const panels = paired.flatMap((pair) => {
    const name = shortName(pair.signifier, board.language);
    const isAside = board.isOwn && board.seen(pair.shared).isStandIn;
    return panelsOf(board, pair).map((panel) => ({
      ...panel,
      key: `${pair.signifier.key} ${panel.key}`,
      words: [name, panel.words, isAside ? whole.toLowerCase() : ''].filter(Boolean).join(' · '),
    }));
  });
  return { ...about(board), title: worded(board.collection.title), view: '', panels, notes: [], ...held };
}

function panelsOf(board: SharedBoard, { signifier, shared }: Paired): Panel[] {
  const seen = board.seen(shared);
  const called = signifier.kind === 'choice' ? 'answered' : 'placed or chosen in words';
  const numbers = numbersInWords({ ...seen.states, chosen: 0 }, null, called);
  return sharedPlots(signifier, { ...shared, ...seen }, board.language).flatMap(({ words, plot }, nth) =>
    plot ? [{ key: `${nth}`, words, group: null, numbers, plot }] : [],
  );
}

/** What cells without a number mean, and how the numbers come. */
function rules(board: SharedBoard): string[] {
  const { threshold } = about(board);
  return [
    `A dot: fewer than ${threshold}. A cross: held back, so that no smaller number can be worked out.`,
    `All waves together. These numbers are published in steps of ${threshold} or more stories, so a plot may hold fewer than have been told.`,
  ];
}

function about({ collection, pattern, isOwn, language }: SharedBoard): Omit<Figure, 'title' | 'view' | 'panels' | 'notes'> {
  const { own = null, whole: all = 0 } = pattern?.stories ?? {};
  const region = isOwn ? (pattern?.region ?? null) : null;
  return {
    selection: region === null ? whole : `${regionName(collection, region)} · ${own} of ${storiesOf(all)}`,
    saved: null,
    key: [],
    parts: null,
    source: `Storyfield · ${worded(collection.title)} · ${storiesOf(all)}`,
    date: today(),
    isInvented: collection.invented,
    language,
    threshold: pattern?.threshold ?? 0,
  };
}

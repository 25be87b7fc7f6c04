/** How a placement was made. `choice`: by choosing words instead of a point. */
export const means = ['touch', 'mouse', 'keys', 'choice'] as const;
export type By = (typeof means)[number];

/** "Does not apply to my story". A skipped signifier has no answer at all. */
export interface NotApplicable {
  na: true;
}

/** Three shares ≥ 0 that sum to 1, always in the framework's order top, left, right. */
export interface TriadAnswer {
  top: number;
  left: number;
  right: number;
  by: By;
}

/** The share of the right pole, 0…1; left = 1 − right. */
export interface DyadAnswer {
  right: number;
  by: By;
}

/** Each stone laid at x (rightwards) and y (upwards), 0…1, or said not to apply; a stone not touched is absent. */
export interface StonesAnswer {
  stones: Record<string, { x: number; y: number } | NotApplicable>;
  by: By;
}

/** The keys of the options chosen; `other` holds the words beside the "other" option and travels only with `read`. */
export interface ChoiceAnswer {
  options: string[];
  other?: string;
}

export interface TextAnswer {
  text: string;
}

export type Answer = TriadAnswer | DyadAnswer | StonesAnswer | ChoiceAnswer | TextAnswer | NotApplicable;
export type Answers = Record<string, Answer>;

/**
 * The state of an answer to one signifier; `chosen` is a placement made by choosing words. `unasked`: the version that the story
 * was given on does not ask it, which no participant can have skipped.
 */
export const states = ['placed', 'chosen', 'na', 'skipped', 'unasked'] as const;
export type State = (typeof states)[number];

/** The state of the answer to one signifier of a story. Texts and choices that were answered count as placed. */
export function stateOf(answer: Answer | undefined): State {
  if (!answer) return 'skipped';
  if ('na' in answer) return 'na';
  return 'by' in answer && answer.by === 'choice' ? 'chosen' : 'placed';
}

/** The shares that stand for "answered by choosing words": one corner, two corners, or all three. */
export const chosenShares = { one: [0.8, 0.1, 0.1], two: [0.45, 0.45, 0.1], three: [1 / 3, 1 / 3, 1 / 3] } as const;

/** What a likely identifier is. All but persons and places are structured: they have a shape of their own. */
export const structuredKinds = ['nhs-number', 'number', 'phone', 'email', 'web', 'postcode', 'date', 'age', 'vehicle'] as const;
export const kinds = [...structuredKinds, 'person', 'place'] as const;
export type Kind = (typeof kinds)[number];

/** The neutral words that could stand instead; each language of the form says them its own way. */
export const neutrals = [
  'colleague',
  'patient',
  'someone',
  'hospital',
  'ward',
  'surgery',
  'careHome',
  'trust',
  'school',
  'town',
  'place',
  'address',
  'nhsNumber',
  'number',
  'phone',
  'email',
  'web',
  'account',
  'postcode',
  'date',
  'oneDay',
  'age',
  'vehicle',
  'notGiven',
  'nothing',
] as const;
export type Neutral = (typeof neutrals)[number];

/** `certain`: a check digit or a shape that nothing else has. `perhaps`: a word that is often something else. */
export const certainties = ['certain', 'likely', 'perhaps'] as const;
export type Certainty = (typeof certainties)[number];

/** Part of a text that may tell who somebody is: UTF-16 offsets, `end` exclusive. */
export interface Identifier {
  start: number;
  end: number;
  kind: Kind;
  neutral: Neutral;
  certainty: Certainty;
}

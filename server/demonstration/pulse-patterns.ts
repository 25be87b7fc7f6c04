import type { Mood } from './pulse-words.ts';

/** What a placement may depend on. */
export interface Circumstances {
  later: boolean;
  mood: Mood;
  region: string;
  role: string;
}

/** A cluster of placements about a point: shares of top, left, right, or of a dyad's left and right. */
export interface Cloud {
  weight: number;
  at: readonly number[];
  tightness: number;
}

const cloud = (weight: number, at: readonly number[], tightness = 12): Cloud => ({ weight, at, tightness });
const dot = (weight: number, right: number, tightness: number) => cloud(weight, [1 - right, right], tightness);

const systemMinded = ['midlands', 'london', 'north-west'];
const dataMinded = ['midlands', 'east-of-england', 'london'];
/** How far a region lies from the rest on `decisions`, in the first wave and in the second. */
const decisionsByRegion: Record<string, [number, number]> = {
  midlands: [0.01, -0.09],
  'north-west': [0.02, 0.1],
  'east-of-england': [-0.01, -0.05],
  'south-west': [0.05, 0.06],
  london: [-0.08, -0.07],
};
const impactByRole: Record<string, [number, number, number]> = {
  'senior-clinician': [5, 3, 1],
  clinician: [5, 4, 0.5],
  'strategic-lead': [1.5, 2, 5],
  'programme-manager': [1, 3, 4],
  'operational-lead': [2, 6, 1],
};

/** Where placements gather, by signifier key. Invented: it shows what a plot can show, and says nothing about the health service. */
export const clouds: Record<string, (circumstances: Circumstances) => Cloud[]> = {
  changes: ({ later, region }) => [
    cloud(later ? 3 : 4.5, [0.74, 0.2, 0.06], 16),
    cloud(3.5, [0.44, 0.48, 0.08], 14),
    cloud(later ? 3.5 : 2.5, [0.16, 0.76, 0.08], 18),
    cloud((later ? 1.6 : 0.6) * (dataMinded.includes(region) ? 1.6 : 0.8), [0.14, 0.2, 0.66], 12),
  ],
  focus: ({ later, mood, region }) => [
    cloud(mood === 'good' ? 5 : 2.5, [0.74, 0.16, 0.1], 12),
    cloud(later ? 4 : 2.2, [0.14, 0.74, 0.12], 14),
    cloud(region === 'south-west' || region === 'north-east-and-yorkshire' ? 3 : 0.8, [0.16, 0.2, 0.64], 10),
    cloud(1.2, [0.34, 0.36, 0.3], 6),
  ],
  shaped: ({ later, mood }) => [
    cloud({ good: 6, mixed: 2.5, bad: 0.8 }[mood], [0.76, 0.14, 0.1], 14),
    cloud({ good: 1.2, mixed: 2.5, bad: 4 }[mood], [0.08, 0.8, 0.12], 20),
    cloud(later ? 3 : 1.8, [0.14, 0.16, 0.7], 12),
    cloud({ good: 0.4, mixed: 1.5, bad: 2.5 }[mood], [0.06, 0.48, 0.46], 16),
  ],
  decided: ({ later, region }) => [
    cloud(4, [0.78, 0.1, 0.12], 16),
    cloud(later ? 1.5 : 3, [0.16, 0.7, 0.14], 10),
    cloud((later ? 3.2 : 1.4) * (dataMinded.includes(region) ? 1.5 : 0.8), [0.2, 0.12, 0.68], 12),
    cloud(1.5, [0.5, 0.08, 0.42], 18),
  ],
  'gave-way': ({ later, mood }) => [
    cloud({ good: 5, mixed: 3, bad: 1 }[mood], [0.82, 0.12, 0.06], 22),
    cloud({ good: 1, mixed: 2.5, bad: 5 }[mood], [0.06, 0.12, 0.82], 22),
    cloud(later ? 1.4 : 0.8, [0.2, 0.66, 0.14], 9),
  ],
  'next-time': ({ later, mood }) => [
    cloud({ good: 5, mixed: 2.5, bad: 2 }[mood], [0.84, 0.08, 0.08], 24),
    cloud({ good: 1, mixed: 1.5, bad: 5 }[mood], [0.08, 0.76, 0.16], 14),
    cloud((mood === 'mixed' ? 3 : 1.6) * (later ? 0.7 : 1.2), [0.18, 0.2, 0.62], 10),
    cloud(1.8, [0.42, 0.2, 0.38], 8),
  ],
  impact: ({ role, later }) => {
    const [care, staff, partners] = impactByRole[role] ?? [3, 3, 2];
    return [
      cloud(care * (later ? 1.3 : 1), [0.72, 0.2, 0.08], 12),
      cloud(staff, [0.16, 0.74, 0.1], 14),
      cloud(partners, [0.1, 0.28, 0.62], 11),
    ];
  },
  decisions: ({ later, region, role }) => {
    const [first, second] = decisionsByRegion[region] ?? [0, 0];
    const right = (later ? 0.555 + second : 0.7 + first) + (role === 'programme-manager' ? -0.08 : 0);
    return [dot(1, right, later ? 5.5 : 6.5)];
  },
  'place-system': ({ later, region }) => {
    const system = systemMinded.includes(region) ? 3 : 1.3;
    return [dot(2.6, 0.2, 9), dot(later ? system * 1.2 : system, 0.76, 9), dot(0.8, 0.5, 8)];
  },
  risk: ({ mood, later }) => [
    dot({ good: 3.2, mixed: 2.2, bad: 1.4 }[mood] * (later ? 0.9 : 1.1), 0.87, 12),
    dot({ good: 1.3, mixed: 2, bad: 3.2 }[mood], 0.13, 12),
    dot(0.7, 0.5, 6),
  ],
};

/** Where the stones gather, by stone key: x, y. */
export const stoneSpots: Record<string, (circumstances: Circumstances) => [number, number]> = {
  done: ({ mood, later }) => [
    { good: 0.38, mixed: 0.52, bad: 0.68 }[mood] - (later ? 0.05 : 0),
    { good: 0.26, mixed: 0.42, bad: 0.64 }[mood],
  ],
  unchanged: ({ mood }) => [{ good: 0.55, mixed: 0.45, bad: 0.34 }[mood], { good: 0.76, mixed: 0.55, bad: 0.4 }[mood]],
  'own-part': ({ mood, role }) => [role === 'strategic-lead' ? 0.66 : 0.48, { good: 0.3, mixed: 0.4, bad: 0.72 }[mood]],
};

/** How often each option is chosen, by signifier key. An option that is not named here is rare. */
export const chances: Record<string, Record<string, number>> = {
  feeling: { 'very-positive': 14, positive: 42, neutral: 18, negative: 18, 'very-negative': 8 },
  principle: { 'all-professions': 30, learning: 24, resources: 22, development: 12, recruitment: 10, none: 6, 'not-sure': 8 },
  setting: {
    ...{ 'community-healthcare': 22, 'primary-care': 22, acute: 20, 'social-care': 10, 'community-social-care': 7 },
    ...{ 'residential-social-care': 6, hospice: 4, other: 12 },
  },
  role: {
    ...{ 'senior-clinician': 38, clinician: 26, 'strategic-lead': 10, 'programme-manager': 8, 'operational-lead': 11, other: 6 },
    'prefer-not': 1,
  },
  age: { 'under-35': 14, 'age-35-44': 26, 'age-45-54': 33, 'age-55-64': 22, 'age-65-over': 3, 'prefer-not': 2 },
  sex: { female: 66, male: 30, 'prefer-not': 4 },
  'ethnic-group': {
    ...{ white: 72, indian: 6, pakistani: 2.5, african: 4, caribbean: 2, 'other-asian': 2.5, 'prefer-not': 4 },
    ...{ bangladeshi: 0.8, chinese: 1, 'white-and-asian': 1, 'white-and-black-caribbean': 0.8, 'white-and-black-african': 0.5 },
  },
  region: {
    ...{ midlands: 24, 'north-west': 22, 'east-of-england': 16, 'south-west': 13, 'south-east': 10, 'north-east-and-yorkshire': 9 },
    ...{ london: 6, 'prefer-not': 1 },
  },
};

/** How much warmer (above zero) or colder stories from a region feel. */
export const warmth: Record<string, number> = { 'north-west': 0.12, 'south-west': 0.08, london: -0.3, 'south-east': -0.15 };

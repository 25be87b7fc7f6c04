const listed = (words: string) => new Set(words.split(/\s+/));

/** Words that praise: whoever can choose them will. */
const praising = listed(
  `best better good great excellent effective successful success proper properly correct honest fair kind caring brilliant ideal
  superb efficient professional competent excellence quality heroic wise responsible reasonable sensible trusted improved improving
  improvement positive helpful supportive perfect outstanding inspiring`,
);

/** Words that blame: whoever can avoid them will. */
const blaming = listed(
  `bad worse worst poor poorly wrong failed failing failure lazy incompetent careless selfish chaotic chaos useless blame blamed
  corrupt greedy greed negligent neglect bullying terrible awful unsafe unfair dishonest waste wasted weak weakness ignorant rude
  stupid inefficient ineffective unprofessional negative problem problems harmful horrible mess`,
);

/** What a text leans to: praise (1), blame (−1) or neither, and the words that do it. Said against with "not", it leans no less. */
export function leaning(words: readonly string[]): { leans: -1 | 0 | 1; by: string[] } {
  const lower = words.map((word) => word.toLowerCase());
  const [up, down] = [lower.filter((word) => praising.has(word)), lower.filter((word) => blaming.has(word))];
  return { leans: up.length && down.length ? 0 : up.length ? 1 : down.length ? -1 : 0, by: [...up, ...down] };
}

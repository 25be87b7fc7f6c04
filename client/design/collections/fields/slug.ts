/** What is wrong with an address of a collection as far as a page can tell, as a sentence; '' where nothing is. */
export function slugFault(slug: string, taken: readonly string[]): string {
  if (!slug) return 'An address is needed.';
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(slug)) return 'It takes a–z, 0–9 and -, and starts with a letter or number.';
  if (taken.includes(slug)) return 'Another collection has this address already.';
  return '';
}

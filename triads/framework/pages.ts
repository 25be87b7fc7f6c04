/** What the page of a signifier is called among the form's pages; no other page's name has a space. */
export const signifierPage = (key: string): string => `signifier ${key}`;

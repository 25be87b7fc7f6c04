/** The name under which the address says that a small screen shows the stories and not the plots. */
export const readingName = 'reading';

/** The pattern body of the API: columns to and from one Arrow IPC stream. */
export { fromArrow } from './from-arrow.ts';
export { toArrow } from './to-arrow.ts';

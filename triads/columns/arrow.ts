/** The pattern body of the API: columns to and from one Arrow IPC stream. */
export { ArrowReader, fromArrow } from './from-arrow.ts';
export { arrowSteps, rowsAStep, toArrow } from './to-arrow.ts';

import type { Problem } from './contract/problem.ts';

export interface Fault {
  path: string;
  message: string;
}

/** An error that the API answers as a problem document. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

const make = (name: string, status: number, title: string, more: Pick<Problem, 'detail' | 'faults' | 'saved'> = {}) =>
  new ProblemError({ type: `urn:storyfield:problem:${name}`, title, status, ...more });

/** "22 November 2026 at 10:00". */
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** Every error the API can answer. */
export const problems = {
  notJson: () => make('not-json', 400, 'This is not JSON.'),
  noIdempotencyKey: () => make('no-idempotency-key', 400, 'The header Idempotency-Key with a UUID is missing.'),
  notSignedIn: () => make('not-signed-in', 401, 'Please sign in.'),
  signInFailed: () => make('sign-in-failed', 401, 'This did not work.', { detail: 'The email or password is not right.' }),
  linkUsed: () =>
    make('link-used', 401, 'This link no longer works.', { detail: 'It was used already, or it is too old. Ask for a new one.' }),
  notFound: () => make('not-found', 404, 'There is nothing here.'),
  notYours: () => make('not-yours', 403, 'Only who wrote this may change it.'),
  unknownReceipt: () => make('unknown-receipt', 404, 'No story has this code.'),
  linkKeyMissing: () =>
    make('link-key-missing', 403, 'This collection is told to by its own link.', {
      detail: 'The link needs the key that stands behind its #. Use the link as it was given.',
    }),
  linkKeyUnknown: () =>
    make('link-key-unknown', 403, 'This link has a wrong key.', { detail: 'Check it against the link or poster that it came from.' }),
  linkKeyRevoked: () =>
    make('link-key-revoked', 403, 'This link is no longer in use.', { detail: 'Ask who gave it to you for the new one.' }),
  notOpenYet: () => make('not-open-yet', 410, 'This collection is not open yet.'),
  unknownTryOut: () =>
    make('unknown-try-out', 404, 'This link leads to no draft.', { detail: 'Check it against the link as it was given to you.' }),
  tryOutOver: () => make('try-out-over', 410, 'This draft is not tried out any more.', { detail: 'Thank you for coming.' }),
  tryOutFull: () =>
    make('try-out-full', 410, 'This link has taken all that it can.', { detail: 'Ask who gave it to you for another one.' }),
  closed: () => make('closed', 410, 'This collection is closed.'),
  withdrawn: () => make('withdrawn', 410, 'This story was taken back.'),
  conflict: () => make('conflict', 409, 'This key or receipt was already used for another story.'),
  wordsAlreadyHere: () => make('words-already-here', 409, 'The words of this story are already here.'),
  nameTaken: () =>
    make('name-taken', 409, 'Another saved view has this name.', {
      detail: 'Comparisons and figures tell views apart by their names: give this one its own.',
    }),
  viewGone: () =>
    make('view-gone', 410, 'This saved view is no longer there.', {
      detail: 'Somebody has deleted it, and can bring it back for a week. What you wrote is still with you.',
    }),
  emailTaken: () => make('email-taken', 409, 'Somebody already has this email address.'),
  notInThisState: (detail: string) => make('not-in-this-state', 409, 'This cannot be done now.', { detail }),
  noLetters: (language: string) =>
    make('no-letters', 409, 'The poster cannot be set in this language yet.', {
      detail: `There are no letters for “${language}” here. The code as SVG can stand in a document of your own.`,
    }),
  stale: () => make('stale', 412, 'The stories have changed since this pattern was loaded.'),
  savedSince: (saved: NonNullable<Problem['saved']>) =>
    make('saved-since', 412, 'Somebody else has saved this since.', {
      detail: `${saved.by} saved it on ${moment.format(new Date(saved.at))} (UTC). Nothing of theirs was overwritten; what you wrote is still with you.`,
      saved,
    }),
  tooLarge: (most?: number) =>
    make('too-large', 413, 'This is too large.', most === undefined ? {} : { detail: `It may hold up to ${Math.floor(most / 1024)} KB.` }),
  noFramework: (faults: Fault[]) => make('no-framework', 422, 'This file is no framework that can be read.', { faults }),
  breaksData: (faults: Fault[]) => make('breaks-data', 422, 'This draft cannot be published yet.', { faults }),
  tooMany: () => make('too-many-requests', 429, 'Please wait a little and try again.'),
  invalid: (faults: Fault[]) => make('invalid', 422, 'Something here is not as it should be.', { faults }),
  noRoom: () =>
    make('no-room', 507, 'The disk of the server is full.', {
      detail: 'Nothing of this was kept. Tell whoever looks after the server, and try again when there is room.',
    }),
  failed: () => make('failed', 500, 'Something went wrong here.', { detail: 'Nothing was lost. Please try again.' }),
};

/** Whether a fault is that the disk is full, as Node, SQLite and PostgreSQL say it. */
export function isDiskFull(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === 'ENOSPC' || code === 'SQLITE_FULL' || code === '53100';
}

interface Issue {
  code?: string | undefined;
  path: PropertyKey[];
  message: string;
  keys?: string[];
}

/** What zod found, each fault by its path; an unknown field is named at its own path. */
export function faultsOf(issues: readonly Issue[]): Fault[] {
  return issues.flatMap(({ code, path, message, keys }) =>
    code === 'unrecognized_keys' && keys
      ? keys.map((key) => ({ path: [...path, key].join('.'), message: 'is not known here' }))
      : [{ path: path.join('.'), message }],
  );
}

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

type More = Pick<Problem, 'detail' | 'faults' | 'saved'>;

/** One kind of problem: what makes one, and what all of them have in common. */
function kind<Given extends unknown[] = []>(name: string, status: number, title: string, more: (...given: Given) => More = () => ({})) {
  const common = { type: `urn:storyfield:problem:${name}`, title, status };
  return Object.assign((...given: Given) => new ProblemError({ ...common, ...more(...given) }), common);
}

const detailed = (detail: string) => () => ({ detail });
const faulty = (faults: Fault[]) => ({ faults });

/** "22 November 2026 at 10:00". */
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** Every error the API can answer. */
export const problems = {
  notJson: kind('not-json', 400, 'This is not JSON.'),
  notUtf8: kind('not-json', 400, 'This is not JSON.', detailed('JSON travels as UTF-8: some of these bytes are no letters of it.')),
  noIdempotencyKey: kind('no-idempotency-key', 400, 'The header Idempotency-Key with a UUID is missing.'),
  notSignedIn: kind('not-signed-in', 401, 'Please sign in.'),
  signInFailed: kind('sign-in-failed', 401, 'This did not work.', detailed('The email or password is not right.')),
  linkUsed: kind('link-used', 401, 'This link no longer works.', detailed('It was used already, or it is too old. Ask for a new one.')),
  notFound: kind('not-found', 404, 'There is nothing here.'),
  methodNotAllowed: kind('method-not-allowed', 405, 'This path does not take this method.', (allowed: string) => ({
    detail: `It takes ${allowed}.`,
  })),
  notYours: kind('not-yours', 403, 'Only who wrote this may change it.'),
  unknownReceipt: kind('unknown-receipt', 404, 'No story has this code.'),
  linkKeyMissing: kind(
    'link-key-missing',
    403,
    'This collection is told to by its own link.',
    detailed('The link needs the key that stands behind its #. Use the link as it was given.'),
  ),
  linkKeyUnknown: kind(
    'link-key-unknown',
    403,
    'This link has a wrong key.',
    detailed('Check it against the link or poster that it came from.'),
  ),
  linkKeyRevoked: kind('link-key-revoked', 403, 'This link is no longer in use.', detailed('Ask who gave it to you for the new one.')),
  notOpenYet: kind('not-open-yet', 410, 'This collection is not open yet.'),
  unknownTryOut: kind(
    'unknown-try-out',
    404,
    'This link leads to no draft.',
    detailed('Check it against the link as it was given to you.'),
  ),
  tryOutOver: kind('try-out-over', 410, 'This draft is not tried out any more.', detailed('Thank you for coming.')),
  tryOutFull: kind('try-out-full', 410, 'This link has taken all that it can.', detailed('Ask who gave it to you for another one.')),
  closed: kind('closed', 410, 'This collection is closed.'),
  withdrawn: kind('withdrawn', 410, 'This story was taken back.'),
  conflict: kind('conflict', 409, 'This key or receipt was already used for another story.'),
  wordsAlreadyHere: kind('words-already-here', 409, 'The words of this story are already here.'),
  nameTaken: kind(
    'name-taken',
    409,
    'Another saved view has this name.',
    detailed('Comparisons and figures tell views apart by their names: give this one its own.'),
  ),
  viewGone: kind(
    'view-gone',
    410,
    'This saved view is no longer there.',
    detailed('Somebody has deleted it, and can bring it back for a week. What you wrote is still with you.'),
  ),
  emailTaken: kind('email-taken', 409, 'Somebody already has this email address.'),
  lastOwner: kind(
    'last-owner',
    409,
    'Somebody must own every collection here.',
    detailed('Nobody else does. Make another person an owner of every collection first.'),
  ),
  noAccess: kind('no-access', 409, 'This person has no access.', detailed('Give access first, then make the link.')),
  notInThisState: kind('not-in-this-state', 409, 'This cannot be done now.', (detail: string) => ({ detail })),
  noLetters: kind('no-letters', 409, 'The poster cannot be set in this language yet.', (language: string) => ({
    detail: `There are no letters for “${language}” here. The code as SVG can stand in a document of your own.`,
  })),
  stale: kind('stale', 412, 'The stories have changed since this pattern was loaded.'),
  savedSince: kind('saved-since', 412, 'Somebody else has saved this since.', (saved: NonNullable<Problem['saved']>) => ({
    detail: `${saved.by} saved it on ${moment.format(new Date(saved.at))} (UTC). Nothing of theirs was overwritten; what you wrote is still with you.`,
    saved,
  })),
  tooLarge: kind('too-large', 413, 'This is too large.', (most?: number) =>
    most === undefined ? {} : { detail: `It may hold up to ${Math.floor(most / 1024)} KB.` },
  ),
  noFramework: kind('no-framework', 422, 'This file is no framework that can be read.', faulty),
  breaksData: kind('breaks-data', 422, 'This draft cannot be published yet.', faulty),
  tooMany: kind('too-many-requests', 429, 'Please wait a little and try again.'),
  invalid: kind('invalid', 422, 'Something here is not as it should be.', faulty),
  noRoom: kind(
    'no-room',
    507,
    'The disk of the server is full.',
    detailed('Nothing of this was kept. Tell whoever looks after the server, and try again when there is room.'),
  ),
  failed: kind('failed', 500, 'Something went wrong here.', detailed('Nothing was lost. Please try again.')),
};

/** What the API can refuse for, by name. */
export type Refusal = keyof typeof problems;

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

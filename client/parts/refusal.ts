/** What to say in place of what could not be shown. */
export interface Refusal {
  title: string;
  detail: string;
  /** Whether trying again may help. */
  again: boolean;
  /** Whether signing in at this same address goes on with it. */
  signIn?: boolean;
}

/** What a problem document says, as far as a page can tell from any error. */
interface Answered {
  status: number;
  title: string;
  detail?: string;
  faults?: { message: string }[];
}

/** The status of what the server refused; null where it did not answer at all. */
export function statusOf(error: unknown): number | null {
  return isAnswered(error) ? error.status : null;
}

/** A failure in plain words; the server's own where it gave some. */
export function refusalOf(error: unknown): Refusal {
  if (!isAnswered(error)) {
    // What came in part or could not be read says so itself; all else is a connection that failed.
    if (error instanceof Error && error.name === 'Damaged')
      return { title: 'What came cannot be read.', detail: 'It came damaged or cut short. Nothing is lost; fetch it again.', again: true };
    if (error instanceof Error && error.name === 'BrokenOff')
      return {
        title: 'The connection broke off.',
        detail: 'Not all has come, so none is shown. Nothing is lost; fetch it again.',
        again: true,
      };
    return { title: 'The server did not answer.', detail: 'Nothing is lost. Check the connection, then try again.', again: true };
  }
  if (error.status === 401)
    return { title: 'You are signed out.', detail: 'Sign in again to go on; this page stays as it is.', again: false, signIn: true };
  if (error.status === 404)
    return { title: 'There is nothing here for you.', detail: 'It may not exist, or it may not be yours to see.', again: false };
  const faults = (error.faults ?? []).map(({ message }) => message).join('; ');
  return {
    title: `${error.title}.`.replace(/\.\.$/, '.'),
    detail: error.detail ?? faults,
    again: error.status >= 500 || error.status === 429,
  };
}

function isAnswered(error: unknown): error is Answered {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' && 'title' in error;
}

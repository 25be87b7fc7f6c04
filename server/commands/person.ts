import { Sessions } from '../access/sessions.ts';
import { plainFault } from '../contract/plain-faults.ts';
import { newPerson, role } from '../contract/staff.ts';
import { type Fault, faultsOf, ProblemError } from '../problems.ts';
import type { House } from '../services/house.ts';

interface Options {
  name?: string | undefined;
  email?: string | undefined;
  role?: string | undefined;
  region?: string | undefined;
}

const whatToDo = 'Give another address; or let an owner change, under People, what this person may do, and make a new sign-in link there.';

/** `storyfield person`: adds a person with one role over every collection, and prints a one-time sign-in link. */
export async function addPerson(house: House, options: Options): Promise<void> {
  const grants = [{ role: options.role ?? role.enum.researcher, collection: null, region: options.region ?? null }];
  const parsed = newPerson.safeParse({ name: options.name, email: options.email, grants }, { error: plainFault });
  if (!parsed.success) throw new Error(asOptions(faultsOf(parsed.error.issues)));
  const known = await house.people.byEmail(parsed.data.email);
  if (known) throw new Error(`--email: ${known.email} is already here: ${known.name}. ${whatToDo}`);
  const person = await house.staffing.add(parsed.data, null).catch((error: unknown) => {
    throw error instanceof ProblemError && error.problem.faults ? new Error(asOptions(error.problem.faults)) : error;
  });
  const { secret } = await new Sessions(house.people, house.now).makeLink(person.id);
  console.log(`Added ${person.name}. Sign in once at ${house.config.publicUrl}/sign-in#${secret}`);
}

/** Each fault on a line, under the option that it came from. */
function asOptions(faults: readonly Fault[]): string {
  return faults.map(({ path, message }) => `--${path.split('.').at(-1)}: ${message}`).join('\n');
}

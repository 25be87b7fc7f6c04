import { Sessions } from '../access/sessions.ts';
import { newPerson, role } from '../contract/staff.ts';
import { faultsOf } from '../problems.ts';
import type { House } from '../services/house.ts';

interface Options {
  name?: string | undefined;
  email?: string | undefined;
  role?: string | undefined;
  region?: string | undefined;
}

/** `storyfield person`: adds a person with one role over every collection, and prints a one-time sign-in link. */
export async function addPerson(house: House, options: Options): Promise<void> {
  const grants = [{ role: options.role ?? role.enum.researcher, collection: null, region: options.region ?? null }];
  const parsed = newPerson.safeParse({ name: options.name, email: options.email, grants });
  if (!parsed.success) {
    throw new Error(
      faultsOf(parsed.error.issues)
        .map(({ path, message }) => `--${path.split('.').at(-1)}: ${message}`)
        .join('\n'),
    );
  }
  const person = await house.people.insert({ ...parsed.data, demonstration: false });
  const { secret } = await new Sessions(house.people, house.now).makeLink(person.id);
  console.log(`Added ${person.name}. Sign in once at ${house.config.publicUrl}/sign-in#${secret}`);
}

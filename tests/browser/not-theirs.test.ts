import { expect, it } from 'vitest';
import { grant } from '../fixtures.ts';
import { type Opened, type ServedHouse, servedHouse, signIn } from './pages.ts';

const [rosa, len] = ['rosa@demonstration.invalid', 'len@demonstration.invalid'];

async function ruthIn(served: ServedHouse): Promise<Opened> {
  await served.house.people.insert({ name: 'Ruth', email: 'ruth@example.org', grants: [grant('researcher')], demonstration: false });
  return signIn(served, 'ruth@example.org');
}

it('a page that is not for whoever opens it is not there, with nothing of what it holds', async () => {
  const served = await servedHouse();
  const { address, house } = served;
  const [ruth, lead] = [await ruthIn(served), await signIn(served, len)];
  const id = (await house.collections.bySlug('ccpl-pulse'))?.id;
  const framework = (await house.frameworks.all())[0]?.id;
  const pages = [
    [ruth, '/design'],
    [ruth, '/design/collections/new'],
    [ruth, `/design/${framework}`],
    [ruth, `/design/${framework}/try`],
    [ruth, `/design/collections/${id}/settings`],
    [ruth, `/office/${id}/release`],
    [ruth, '/office/people'],
    [lead, `/explore/${id}?view=numbers`],
    [lead, `/office/${id}/pilot`],
    [lead, `/design/collections/${id}/import`],
  ] as const;
  for (const [{ page, requests }, path] of pages) {
    requests.length = 0;
    await page.goto(`${address}${path}`);
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    expect([path, await page.locator('main').locator('button, input, select').count()]).toEqual([path, 0]);
    const asked = requests.map((request) => new URL(request.url()).pathname);
    const known = ['/api/v1/session', `/api/v1/collections/${id}`];
    expect([path, asked.filter((one) => one.startsWith('/api/') && !known.includes(one))]).toEqual([path, []]);
  }
  expect([ruth.errors, lead.errors]).toEqual([[], []]);
}, 120_000);

it('whoever signs out where the session has ended already is at the sign-in page', async () => {
  const served = await servedHouse();
  const { page, context, errors } = await signIn(served, rosa);
  const other = await context.newPage();
  await other.goto(served.address);
  await other.getByRole('button', { name: 'Sign out' }).click();
  await other.waitForURL('**/sign-in');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await page.getByText('Rosa (researcher)').count()).toBe(0);
  expect(errors).toEqual([]);
});

it('home promises of each page what its reader may do there, and tells collections of one title apart', async () => {
  const served = await servedHouse();
  const progressOf = ({ page }: Opened, name: string) => page.getByRole('link', { name, exact: true }).innerText();
  const [designer, lead] = [await signIn(served, rosa), await signIn(served, len)];
  expect(await progressOf(designer, 'Progress: CCPL pulse')).toContain('pause and close');
  expect(await progressOf(lead, 'Progress: CCPL pulse')).not.toContain('pause');
  const pulse = await served.house.collections.bySlug('ccpl-pulse');
  if (!pulse) throw new Error('there is no pulse');
  const { title, languages, waves } = pulse;
  await served.house.database.db.transaction().execute((tx) =>
    served.house.collections.insert(tx, {
      slug: 'ccpl-pulse-2',
      title,
      languages,
      invented: true,
      randomOrder: false,
      rotation: false,
      waves,
    }),
  );
  const owner = await ruthIn(served);
  const cards = owner.page.locator('[data-collection]');
  await cards.first().waitFor();
  expect(await cards.locator('code').allInnerTexts()).toEqual(['ccpl-pulse', 'ccpl-pulse-2']);
  await owner.page.getByRole('link', { name: 'Explore: CCPL pulse, ccpl-pulse-2' }).waitFor();
});

it('chips beyond the edge of their row are counted there, and one press goes to them, by keys too', async () => {
  const served = await servedHouse();
  const id = (await served.house.collections.bySlug('ccpl-pulse'))?.id;
  const { page, errors } = await signIn(served, rosa);
  const choices = 'on.region=midlands&on.feeling=positive,negative,neutral&on.setting=acute,hospice&on.age=age-35-44';
  await page.goto(`${served.address}/explore/${id}?${choices}`);
  const plot = await page.locator('[data-plot]').first().boundingBox();
  const before = page.locator('[data-beyond="before"]');
  await before.waitFor();
  expect(await before.innerText()).toMatch(/^\+[1-3]$/);
  expect(await page.locator('[data-beyond="after"]').count()).toBe(0);
  await before.focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-beyond="after"]').waitFor();
  expect(await page.evaluate(() => document.activeElement?.closest('.chip') !== null)).toBe(true);
  expect(await page.locator('[data-plot]').first().boundingBox()).toEqual(plot);
  expect(errors).toEqual([]);
});

it('on paper a page has no navigation and nobody to sign out', async () => {
  const served = await servedHouse();
  const id = (await served.house.collections.bySlug('ccpl-pulse'))?.id;
  const { page } = await signIn(served, rosa);
  await page.goto(`${served.address}/explore/${id}?view=numbers`);
  await page.getByRole('heading', { name: 'The numbers' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation', { name: 'Pages' }).isVisible()).toBe(false);
  expect(await page.getByText('Sign out').isVisible()).toBe(false);
  expect(await page.getByText('CCPL pulse').first().isVisible()).toBe(true);
});

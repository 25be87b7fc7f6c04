/** Something that is asked of the server: one at a time, with what came in its way. */
export class Attempt {
  isBusy = $state(false);
  failure = $state.raw<unknown>(null);

  /** Does it, unless something is being done already. @returns whether it was done */
  async at(work: () => Promise<unknown>): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    this.failure = null;
    try {
      await work();
      return true;
    } catch (error) {
      this.failure = error;
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}

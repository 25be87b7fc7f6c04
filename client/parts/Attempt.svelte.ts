/** Something that is asked of the server: one at a time, with what came in its way. */
export class Attempt {
  isBusy = $state(false);
  failure = $state.raw<unknown>(null);

  /** Does it, unless it is being done already. */
  async at(work: () => Promise<unknown>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = null;
    try {
      await work();
    } catch (error) {
      this.failure = error;
    } finally {
      this.isBusy = false;
    }
  }
}

/** What is asked of the server again and again, of which the newest asking counts: the answer to an earlier one is passed over, however late it comes. */
export class Newest {
  isBusy = $state(false);
  failure = $state.raw<unknown>(null);
  #turn = 0;

  /** Asks anew. @param ask what is asked, and how its answer is taken once it is here */
  async ask<Answer>(ask: () => Promise<Answer>, take: (answer: Answer) => void): Promise<void> {
    await this.at(async (isNewest) => {
      const answer = await ask();
      if (isNewest()) take(answer);
    });
  }

  /** Does what is more than one asking. @param work is told whether it is the newest still */
  async at(work: (isNewest: () => boolean) => Promise<unknown>): Promise<void> {
    this.#turn += 1;
    const isNewest = this.untilAsked();
    this.isBusy = true;
    this.failure = null;
    try {
      await work(isNewest);
    } catch (error) {
      if (isNewest()) this.failure = error;
    } finally {
      if (isNewest()) this.isBusy = false;
    }
  }

  /** @returns what tells whether nothing was asked since this */
  untilAsked(): () => boolean {
    const turn = this.#turn;
    return () => turn === this.#turn;
  }
}

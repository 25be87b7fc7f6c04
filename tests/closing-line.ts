import type { Reporter, TestModule } from 'vitest/node';

/** Closes the run with one plain line: how many passed, failed and were skipped; and sees that a failure is one for whoever called. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const broken = modules.filter((module) => module.state() === 'failed' && ![...module.children.allTests('failed')].length).length;
    const count = (state: string) => states.filter((one) => one === state).length;
    const skipped = count('skipped') ? `, ${count('skipped')} skipped` : '';
    const failed = count('failed') + broken;
    process.stdout.write(`\n${count('passed')} passed, ${failed} failed${skipped}\n`);
    if (failed === 0) return;
    // The embedded PostgreSQL ends the process by a hook of its own, which says 0 whatever was said before.
    process.on('exit', () => {
      process.exitCode = 1;
    });
  }
}

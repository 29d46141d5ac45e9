/** How many files of a run are done. A terminal already shows it in jest's own status. */
export default class ProgressReporter {
  onTestResult(_test, _result, { numTotalTestSuites: all, startTime, ...results }) {
    if (process.stderr.isTTY || all === 1) return;
    const done = results.numPassedTestSuites + results.numFailedTestSuites + results.numPendingTestSuites;
    const seconds = Math.round((Date.now() - startTime) / 1_000);
    process.stderr.write(`     ${done} of ${all} files, ${Math.floor(seconds / 60)} min ${seconds % 60} s\n`);
  }
}

// Prints what the test runner's own report counted; fails when no test ran or there is no report.
import { readFileSync } from 'node:fs';

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {
      numPassedTests: 0,
      numFailedTests: 0,
      testResults: [{ status: 'failed', assertionResults: [] }],
    };
  }
}

const { numPassedTests, numFailedTests, numPendingTests, testResults } = read(process.argv[2]);
const brokenFiles = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.length);
const failed = numFailedTests + brokenFiles.length;
const skipped = numPendingTests ? `, ${numPendingTests} skipped` : '';
console.log(`${numPassedTests} passed, ${failed} failed${skipped}`);
if (failed || !numPassedTests) process.exitCode = 1;

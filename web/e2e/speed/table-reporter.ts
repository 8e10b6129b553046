import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import type { Measured } from './measured.ts';

/** Prints a line for each measure, with its goal and whether it is met. */
export default class TableReporter implements Reporter {
  private readonly lines: string[] = ['| what | measured | goal | |', '|---|---|---|---|'];

  printsToStdio = () => true;

  onTestEnd(test: TestCase, { annotations, status, error }: TestResult): void {
    if (status !== 'passed') this.lines.push(`| ${test.title} | failed: ${error?.message?.split('\n')[0] ?? status} | | |`);
    for (const { type, description } of annotations) {
      if (type !== 'measured') continue;
      const { what, value, goal, unit, least } = JSON.parse(description ?? '') as Measured;
      const met = least ? value >= goal : value <= goal;
      this.lines.push(`| ${what} | ${value.toFixed(value < 10 ? 1 : 0)} ${unit} | ${least ? '≥' : '≤'} ${goal} ${unit} | ${met ? 'met' : '**missed**'} |`);
    }
  }

  onEnd(): void {
    process.stdout.write(`${this.lines.join('\n')}\n`);
  }
}


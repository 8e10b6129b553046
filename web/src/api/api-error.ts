import { inWords } from '@/lib/problem-words';
import type { Problem } from './types';

/** A problem, told in the person's language. */
export const told = (problem: Problem): Problem => ({
  ...problem,
  detail: inWords(problem.detail),
  ...(problem.problems && { problems: problem.problems.map((each) => ({ ...each, message: inWords(each.message) })) }),
});

/** An answer of the server that is not a success, with the problem it tells; status 0 when no answer came. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    const words = told(problem);
    super(words.detail || words.title);
    this.name = 'ApiError';
    this.problem = words;
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }

  /** What is wrong with one field, or undefined when nothing is said about it. */
  messageFor(field: string): string | undefined {
    return this.problem.problems?.find((problem) => problem.field === field)?.message;
  }

  /** The first thing a person can act on: a field's message before the general detail. */
  get reason(): string {
    return this.problem.problems?.[0]?.message ?? this.message;
  }
}

/** What went wrong, in words, whatever was thrown. */
export function reasonOf(error: unknown): string {
  if (error instanceof ApiError) return error.reason;
  return error instanceof Error ? error.message : String(error);
}

/** The same for a page that says so: with what finds it in the server's log. */
export const failureOf = (error: unknown) => ({ reason: reasonOf(error), requestId: error instanceof ApiError ? error.problem.request_id : undefined });

import { addressOf } from './address';
import { ApiError } from './api-error';
import type { Problem } from './types';

declare global {
  interface Window {
    /** What app/early.ts has asked for, by address; each answer is taken once. */
    earlyAnswers?: Map<string, Promise<Response>>;
  }
}

let csrfToken = '';
let sessionEnded: () => void = () => undefined;
let askForProof: () => Promise<boolean> = () => Promise.resolve(false);
let proof: Promise<boolean> | undefined;

/** Keeps the token that changing requests send back; /session and /me hand it out. */
export function rememberCsrfToken(token: string): void {
  csrfToken = token;
}

/** Called whenever the server says that nobody is logged in any more. */
export function onSessionEnd(listener: () => void): void {
  sessionEnded = listener;
}

/** `ask` is called when the server wants to know again who somebody is; it answers whether they have proved it. */
export function onProofWanted(ask: () => Promise<boolean>): void {
  askForProof = ask;
}

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, with `contentType`. */
  text?: string;
  contentType?: string;
  query?: Record<string, string | number | undefined>;
  /** The version that must still be current, for If-Match. */
  version?: number;
  signal?: AbortSignal;
}

function headersOf(options: RequestOptions): Headers {
  const headers = new Headers({ Accept: 'application/json' });
  if (options.body !== undefined) headers.set('Content-Type', 'application/json');
  if (options.text !== undefined) headers.set('Content-Type', options.contentType ?? 'text/plain');
  if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`);
  if (options.method && options.method !== 'GET' && csrfToken) headers.set('X-CSRF-Token', csrfToken);
  return headers;
}

async function problemOf(response: Response): Promise<Problem> {
  const problem: Problem = { title: response.statusText, status: response.status, code: 'unknown', detail: '' };
  const text = await response.text();
  if (!response.headers.get('Content-Type')?.includes('json')) return { ...problem, detail: text.slice(0, 200) };
  return { ...problem, ...(JSON.parse(text) as Partial<Problem>) };
}

// Unit tests run where there is no page.
const earlyAnswers = () => (typeof window === 'undefined' ? undefined : window.earlyAnswers);

/** The answer to a question that was asked before the app had come. */
function earlyAnswer(path: string, { method = 'GET', query }: RequestOptions): Promise<Response> | undefined {
  if (method !== 'GET') return undefined;
  const address = addressOf(path, query);
  const answer = earlyAnswers()?.get(address);
  earlyAnswers()?.delete(address);
  return answer;
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  try {
    return await (earlyAnswer(path, options) ?? fetch(addressOf(path, options.query), {
      method: options.method ?? 'GET',
      headers: headersOf(options),
      body: options.text ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
      credentials: 'same-origin',
      signal: options.signal,
    }));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw offline();
  }
}

/** Whether somebody has proved who they are. Requests that want it at the same time ask once. */
const proved = () => (proof ??= askForProof().finally(() => (proof = undefined)));

const wantsProof = async (response: Response) => response.status === 403 && (await problemOf(response.clone())).code === 'confirm_identity';

/** Sends what the server wants a proof for once more when there is one. */
async function withProof(sending: () => Promise<Response>): Promise<Response> {
  const response = await sending();
  return (await wantsProof(response)) && (await proved()) ? sending() : response;
}

const offline = () => new ApiError({ title: 'offline', status: 0, code: 'offline', detail: 'The server did not answer. Nothing was changed.' });

/** What a change answers, and the change set that it became: none when nothing was changed. */
export interface Written<T> {
  answer: T;
  changeSet: number | undefined;
}

/**
 * Sends a request that changes something and answers the parsed JSON, or undefined when the answer has no body.
 * Throws ApiError for every answer that is not a success.
 */
export async function write<T>(path: string, options: RequestOptions): Promise<Written<T>> {
  return answerOf<T>(await withProof(() => send(path, options)), path);
}

async function answerOf<T>(response: Response, path: string): Promise<Written<T>> {
  if (!response.ok) {
    const error = new ApiError(await problemOf(response));
    // Who logs in now asks anew.
    if (error.status === 401) earlyAnswers()?.clear();
    // Who was never logged in has no session that ends: the first page leads them to the log-in.
    if (error.status === 401 && path !== '/session' && csrfToken) sessionEnded();
    throw error;
  }
  const changeSet = Number(response.headers.get('Change-Set')) || undefined;
  if (response.status === 204) return { answer: undefined as T, changeSet };
  const text = await response.text();
  const isJson = response.headers.get('Content-Type')?.includes('json');
  return { answer: (isJson ? JSON.parse(text) : text) as T, changeSet };
}

export interface UploadOptions {
  /** Called with the share of the form that has been sent, from 0 to 1. */
  onProgress?: (share: number) => void;
  /** A repeated upload with the same key is the same upload: it is not kept twice. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** Sends a form with a file, telling how far it is. fetch() does not say that. Throws as write() does, and when it is aborted. */
export async function upload<T>(path: string, form: FormData, options: UploadOptions = {}): Promise<Written<T>> {
  return answerOf<T>(await withProof(() => sendForm(path, form, options)), path);
}

function sendForm(path: string, form: FormData, { onProgress, idempotencyKey, signal }: UploadOptions): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', addressOf(path));
    sending.setRequestHeader('Accept', 'application/json');
    if (csrfToken) sending.setRequestHeader('X-CSRF-Token', csrfToken);
    if (idempotencyKey) sending.setRequestHeader('Idempotency-Key', idempotencyKey);
    sending.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    sending.onerror = () => reject(offline());
    sending.onabort = () => reject(new DOMException('The upload was cancelled.', 'AbortError'));
    sending.onload = () => {
      const headers = { 'Content-Type': sending.getResponseHeader('Content-Type') ?? '', 'Change-Set': sending.getResponseHeader('Change-Set') ?? '' };
      resolve(new Response(sending.responseText || null, { status: sending.status, statusText: sending.statusText, headers }));
    };
    signal?.addEventListener('abort', () => sending.abort());
    sending.send(form);
  });
}

/** As write(), for those who only want the answer. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  return (await write<T>(path, options)).answer;
}

/** As request(), for an answer that is a file: taken as it is, whatever is in it. */
export async function requestFile(path: string, options: RequestOptions = {}): Promise<Blob> {
  const response = await withProof(() => send(path, options));
  if (!response.ok) await answerOf(response, path);
  return response.blob();
}

/** A Chromium of one's own, driven by its debugging pipe. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

interface Answer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

type Send = (
  method: string,
  params?: object,
  sessionId?: string,
) => Promise<Record<string, unknown>>;

/** Starts Chromium, hands over how to send it commands of its DevTools protocol, and ends it. */
export async function withChromium<Result>(use: (send: Send) => Promise<Result>): Promise<Result> {
  const profile = await mkdtemp(join(tmpdir(), 'chromium-'));
  const browser = spawn(
    process.env.CHROMIUM ?? 'chromium',
    [...quiet, '--remote-debugging-pipe', `--user-data-dir=${profile}`],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
  const failed = new Promise<never>((_resolve, reject) => browser.once('error', reject));
  try {
    return await Promise.race([
      use(commands(browser.stdio[3] as Writable, browser.stdio[4] as Readable)),
      failed,
      ended.then(() => Promise.reject(new Error('Chromium ended'))),
    ]);
  } finally {
    browser.kill();
    if (browser.pid !== undefined) await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function commands(to: Writable, from: Readable): Send {
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  let rest = '';
  from.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer;
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    }
  });
  return async (method, params = {}, sessionId) => {
    last += 1;
    const id = last;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { result, error } = await answered;
    if (error || !result) throw new Error(`${method}: ${error?.message ?? 'no result'}`);
    return result;
  };
}

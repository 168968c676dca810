// @ts-check
// Drives a stock Firefox over its own remote protocol, which Playwright does not speak: open a page, evaluate in it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { onPath } from './browser.mjs';

const START_MS = 60_000;
const SCRIPT_MS = 120_000;

/** The page's policy forbids eval, so the expression is part of the script. @param {string} source */
const script = (source) => `
  const [done] = arguments;
  Promise.resolve()
    .then(() => (${source}))
    .then((value) => done({ value }), (error) => done({ error: String(error) }));
`;

/** @typedef {{ open(url: string): Promise<void>, evaluate(source: string): Promise<unknown>, close(): Promise<void> }} Firefox */

/** Firefox writes the port it chose into its profile. @param {string} profile */
async function readPort(profile) {
  for (const end = Date.now() + START_MS; Date.now() < end; await setTimeout(100)) {
    try {
      const port = Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8'));
      if (port) return port;
    } catch {}
  }
  throw new Error(`Firefox did not open its port in ${START_MS} ms`);
}

/** Messages are `length:json`, requests `[0, id, command, parameters]`, answers `[1, id, error, result]`. @param {number} port */
async function openChannel(port) {
  const socket = connect(port, '127.0.0.1');
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  let buffer = Buffer.alloc(0);
  let id = 0;

  /** @param {unknown} message */
  function receive(message) {
    if (!Array.isArray(message)) return;
    const [, answered, error, result] = message;
    const request = waiting.get(answered);
    waiting.delete(answered);
    if (error) request?.reject(new Error(`${error.error}: ${error.message}`));
    else request?.resolve(result);
  }

  socket.on('data', (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (let colon = buffer.indexOf(':'); colon > 0; colon = buffer.indexOf(':')) {
      const end = colon + 1 + Number(buffer.subarray(0, colon).toString());
      if (buffer.length < end) return;
      const message = JSON.parse(buffer.subarray(colon + 1, end).toString());
      buffer = buffer.subarray(end);
      receive(message);
    }
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox closed the connection'));
  });
  socket.on('error', () => {});

  return {
    /** @param {string} command @param {object} [parameters] @returns {Promise<any>} */
    ask: (command, parameters = {}) =>
      new Promise((resolve, reject) => {
        waiting.set(++id, { resolve, reject });
        const text = JSON.stringify([0, id, command, parameters]);
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      }),
    end: () => socket.destroy(),
  };
}

/**
 * A running headless Firefox, or null when none is installed.
 * `evaluate` takes the source of an expression, waits for its promise and returns a JSON value.
 * @returns {Promise<Firefox | null>}
 */
export async function launchFirefox() {
  const executable = onPath(['firefox', 'firefox-esr']);
  if (!executable) return null;
  const profile = mkdtempSync(join(tmpdir(), 'headwater-firefox-'));
  writeFileSync(join(profile, 'user.js'), 'user_pref("marionette.port", 0);\n');
  const args = ['--headless', '--marionette', '--no-remote', '--profile', profile];
  const child = spawn(executable, args, { stdio: 'ignore', env: { ...process.env, HOME: profile } });
  const stop = () => child.kill();
  process.once('exit', stop);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const channel = await openChannel(await readPort(profile));
  await channel.ask('WebDriver:NewSession', {
    capabilities: { alwaysMatch: { timeouts: { script: SCRIPT_MS, pageLoad: START_MS } } },
  });
  return {
    open: async (url) => {
      await channel.ask('WebDriver:Navigate', { url });
    },
    evaluate: async (source) => {
      const { value } = await channel.ask('WebDriver:ExecuteAsyncScript', { script: script(source) });
      if (value.error) throw new Error(value.error);
      return value.value;
    },
    close: async () => {
      channel.end();
      stop();
      await ended;
      process.off('exit', stop);
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

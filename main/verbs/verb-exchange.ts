/** How long the running Parley may take, in milliseconds. */
const answerLimitMs = 5_000;
/** More than any reply has; what is longer is cut off and not understood. */
const longestReply = 32 * 1024;

/** What is known when the connection is over. */
export type ExchangeOutcome =
  | { readonly state: 'nobody-there' | 'no-reply' }
  | { readonly state: 'replied'; readonly reply: string };

type Exchange = (
  net: Pick<typeof import('node:net'), 'connect'>,
  input: {
    readonly address: string;
    readonly request: string;
    readonly answerLimitMs: number;
    readonly longestReply: number;
  },
  done: (outcome: ExchangeOutcome) => void,
) => void;

/** Sends one line and waits for the line that comes back. Its source is all it needs: see below. */
const exchange: Exchange = (net, input, done) => {
  let isConnected = false;
  let reply = '';
  const socket = net.connect(input.address);
  socket.setEncoding('utf8');
  socket.setTimeout(input.answerLimitMs, () => socket.destroy());
  socket.on('connect', () => {
    isConnected = true;
    socket.write(`${input.request}\n`);
  });
  socket.on('data', (text) => {
    reply += text;
    if (reply.length > input.longestReply || reply.includes('\n')) socket.destroy();
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    if (reply.endsWith('\n')) done({ state: 'replied', reply });
    else done({ state: isConnected ? 'no-reply' : 'nobody-there' });
  });
};

/**
 * Sends a line and waits, with this thread stopped. Electron looks at sockets only once it has started
 * altogether, which takes longer than the verb itself; a worker thread has a loop of its own.
 */
export function exchangeNow(
  threads: Pick<
    typeof import('node:worker_threads'),
    'Worker' | 'MessageChannel' | 'receiveMessageOnPort'
  >,
  address: string,
  request: string,
): ExchangeOutcome {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new threads.MessageChannel();
  const source = `
    const { workerData } = require('node:worker_threads');
    (${exchange.toString()})(require('node:net'), workerData.input, (outcome) => {
      workerData.port.postMessage(outcome);
      Atomics.store(workerData.signal, 0, 1);
      Atomics.notify(workerData.signal, 0);
    });`;
  const input = { address, request, answerLimitMs, longestReply };
  const worker = new threads.Worker(source, {
    eval: true,
    workerData: { input, port: port2, signal },
    transferList: [port2],
  });
  worker.unref();
  Atomics.wait(signal, 0, 0, answerLimitMs * 2);
  return readOutcome(threads.receiveMessageOnPort(port1)?.message);
}

function readOutcome(message: unknown): ExchangeOutcome {
  if (typeof message !== 'object' || message === null || !('state' in message)) {
    return { state: 'no-reply' };
  }
  if (message.state === 'nobody-there') return { state: 'nobody-there' };
  const reply = 'reply' in message ? message.reply : undefined;
  return typeof reply === 'string' ? { state: 'replied', reply } : { state: 'no-reply' };
}

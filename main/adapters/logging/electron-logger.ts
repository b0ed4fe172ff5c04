import { join } from 'node:path';
import type { LogLevel, LogMessage } from 'electron-log';
import log from 'electron-log/node';
import type { LogDetails, Logger } from '../../../app/ports/logger.ts';
import { redact } from './redact.ts';
import { terminalLine } from './terminal-line.ts';

/** The part of electron-log that is used for writing. */
type LevelFunctions = Pick<typeof log, 'debug' | 'info' | 'warn' | 'error'>;

const maxFileBytes = 5 * 1024 * 1024;

/**
 * A log file `parley.log` in `folder`, renamed to `parley.old.log` when full, and the terminal, which
 * gets warnings and errors, in a line each.
 * Everything passes through `redact` in one place, whoever wrote it.
 */
export function createLogger(folder: string): Logger {
  const instance = log.create({ logId: 'parley' });
  instance.hooks.push((message: LogMessage) => ({ ...message, data: message.data.map(redact) }));
  const { file, console: terminal } = instance.transports;
  instance.hooks.push((message: LogMessage, transport) =>
    transport === terminal ? { ...message, data: [terminalLine(message.data)] } : message,
  );
  file.resolvePathFn = () => join(folder, 'parley.log');
  file.maxSize = maxFileBytes;
  // Written later, in order: a log line must not hold up a call.
  file.sync = false;
  file.level = 'debug';
  terminal.level = 'warn';
  muteWhenGone(terminal);
  return new ScopedLogger(instance, '');
}

/**
 * The terminal may be closed while Parley stays in the tray. Nothing is written to it from then on:
 * a line about the failed line would fail as well, without end.
 */
function muteWhenGone(terminal: { level: LogLevel | false }): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', () => {
      terminal.level = false;
    });
  }
}

class ScopedLogger implements Logger {
  readonly #log: LevelFunctions;
  readonly #scope: string;

  constructor(instance: LevelFunctions, scope: string) {
    this.#log = instance;
    this.#scope = scope;
  }

  debug(message: string, details?: LogDetails): void {
    this.#log.debug(...this.#line(message, details));
  }

  info(message: string, details?: LogDetails): void {
    this.#log.info(...this.#line(message, details));
  }

  warn(message: string, details?: LogDetails): void {
    this.#log.warn(...this.#line(message, details));
  }

  error(message: string, details?: LogDetails): void {
    this.#log.error(...this.#line(message, details));
  }

  scoped(scope: string): Logger {
    return new ScopedLogger(this.#log, this.#scope === '' ? scope : `${this.#scope}/${scope}`);
  }

  #line(message: string, details: LogDetails | undefined): unknown[] {
    const text = this.#scope === '' ? message : `[${this.#scope}] ${message}`;
    return details === undefined ? [text] : [text, details];
  }
}

import type { LogDetails, Logger } from '../../app/ports/logger.ts';

export interface LogEntry {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly scope: string;
  readonly message: string;
  readonly details: LogDetails | undefined;
}

/** Keeps what was logged, scopes included, for tests to look at. */
export class RecordingLogger implements Logger {
  readonly entries: LogEntry[];
  readonly #scope: string;

  constructor(scope = '', entries: LogEntry[] = []) {
    this.#scope = scope;
    this.entries = entries;
  }

  debug(message: string, details?: LogDetails): void {
    this.#add('debug', message, details);
  }

  info(message: string, details?: LogDetails): void {
    this.#add('info', message, details);
  }

  warn(message: string, details?: LogDetails): void {
    this.#add('warn', message, details);
  }

  error(message: string, details?: LogDetails): void {
    this.#add('error', message, details);
  }

  scoped(scope: string): Logger {
    return new RecordingLogger(
      this.#scope === '' ? scope : `${this.#scope}.${scope}`,
      this.entries,
    );
  }

  /** Everything that was logged as one text, error messages and causes included. */
  text(): string {
    return this.entries.map((entry) => `${entry.message} ${inspect(entry.details)}`).join('\n');
  }

  #add(level: LogEntry['level'], message: string, details: LogDetails | undefined): void {
    this.entries.push({ level, scope: this.#scope, message, details });
  }
}

function inspect(value: unknown): string {
  return JSON.stringify(value ?? {}, (_, part: unknown) =>
    part instanceof Error ? { ...part, message: part.message, cause: part.cause } : part,
  );
}

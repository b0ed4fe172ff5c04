/** Facts that go beside a log message; redacted at the sink. */
export type LogDetails = Readonly<Record<string, unknown>>;

/** A log with a scope. Messages are English and constant; what varies goes into `details`. */
export interface Logger {
  debug(message: string, details?: LogDetails): void;
  info(message: string, details?: LogDetails): void;
  warn(message: string, details?: LogDetails): void;
  error(message: string, details?: LogDetails): void;
  /** A logger for a part of the program, its name put before each message. */
  scoped(scope: string): Logger;
}

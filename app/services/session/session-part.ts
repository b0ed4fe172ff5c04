import type { UcwaApplication, UcwaApplicationEvent } from '../../ucwa/ucwa-application.ts';

/** A part of Parley that lives as long as one signed-in application. */
export interface SessionPart {
  /** Before polling starts: take the application and read what is needed of it. */
  open(application: UcwaApplication): Promise<void>;
  /** What the application goes through, in order. What is thrown here is logged. */
  handle(event: UcwaApplicationEvent): void;
  /** The application is over; no event follows. Harmless when there is none. */
  close(): void;
}

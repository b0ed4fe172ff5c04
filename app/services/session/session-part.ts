import type { UcwaApplication, UcwaApplicationEvent } from '../../ucwa/ucwa-application.ts';

/** A part of Parley that lives as long as one signed-in application. */
export interface SessionPart {
  /**
   * Takes the application before anything is awaited, since polling starts then; reads what is
   * needed of it.
   */
  open(application: UcwaApplication): Promise<void>;
  /** What the application goes through, in order. What is thrown here is logged. */
  handle(event: UcwaApplicationEvent): void;
  /** The application is over; no event follows. Harmless when there is none. */
  close(): void;
}

/** UCWA's MediaDirectionType, as the person sees it. */
export type MediaDirection = 'SendReceive' | 'SendOnly' | 'ReceiveOnly' | 'Inactive';

/** An endpoint's connection to the conference server of a meeting. */
export interface ConferenceMedia {
  /** What was agreed on last. */
  readonly directions: { readonly audio: MediaDirection; readonly video: MediaDirection };
  /** Where the endpoint sees whom: the label of the section of the SDP by person. */
  readonly places: ReadonlyMap<string, string>;
  /**
   * Takes an offer of changed media.
   * @returns the answer, complete
   * @throws when the offer makes no sense; what was agreed on before stays
   */
  answer(offer: string): Promise<string>;
  close(): void;
}

/** The endpoint that a connection is for. */
export interface Attendee {
  /** Whose endpoint it is: a name that is unique in the meeting. */
  readonly person: string;
  /** Names the person in packets of the mix: a number that is unique in the meeting. */
  readonly sourceId: number;
  /** Whether nobody is to hear the person. */
  muted(): boolean;
  /** Whether nobody is to see the person. */
  hidden(): boolean;
  /** The endpoint sees these people elsewhere, anew or no longer. */
  placesChanged(people: ReadonlySet<string>): void;
}

/** Whether both send, or one, or none. */
export function mediaDirection(sends: boolean, receives: boolean): MediaDirection {
  if (sends) return receives ? 'SendReceive' : 'SendOnly';
  return receives ? 'ReceiveOnly' : 'Inactive';
}

/** What somebody wrote. */
export interface Text {
  readonly format: 'Plain' | 'Html';
  readonly text: string;
}

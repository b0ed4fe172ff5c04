/** Whether the user is looking at Parley right now. */
export interface Attention {
  /** One of Parley's windows has the keyboard focus. */
  isFocused(): boolean;
}

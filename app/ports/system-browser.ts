/** The browser that the user has chosen for the whole computer. */
export interface SystemBrowser {
  /**
   * Opens a page, without telling what becomes of it.
   * @param url https, or http on the loopback; anything else is refused
   * @throws Error when it cannot be opened
   */
  open(url: string): Promise<void>;
}

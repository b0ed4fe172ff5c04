import { type WindowKey, type WindowKeyName, windowKeys } from './window-keys.ts';

const isSeen = (element: Element): boolean => element.getClientRects().length > 0;

const isOff = (element: Element): boolean =>
  element.getAttribute('aria-disabled') === 'true' || element.matches(':disabled');

/** Whether keys are text there: nothing else may be done with them. */
export const takesText = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type);
};

/**
 * Presses the control that carries the key: a button is clicked, a field gets the cursor. A dialog that
 * is open keeps everything behind it from being pressed.
 * @returns whether there was something to press
 */
export const pressControl = (name: WindowKeyName): boolean => {
  const dialog = document.querySelector('[aria-modal="true"]');
  const found = (dialog ?? document).querySelectorAll(`[data-window-key="${name}"]`);
  const { whileHidden = false }: WindowKey = windowKeys[name];
  const control = [...found].find((each) => (whileHidden || isSeen(each)) && !isOff(each));
  if (!(control instanceof HTMLElement)) return false;
  if (takesText(control)) {
    control.focus();
    if (control instanceof HTMLInputElement) control.select();
  } else {
    control.click();
  }
  return true;
};

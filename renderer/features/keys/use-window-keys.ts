import { useEffect } from 'react';
import { useAppDispatch } from '../../store/hooks.ts';
import { dialogOpened, stageClosed, tabChosen } from '../../store/view-slice.ts';
import { pressControl, takesText } from './press-control.ts';
import { type WindowKeyName, windowKeyOf, windowKeys } from './window-keys.ts';

/** Lets the keys of the table work wherever no text is typed. */
export const useWindowKeys = (): void => {
  const dispatch = useAppDispatch();
  useEffect(() => {
    const pressWhenShown = (name: WindowKeyName): void => {
      // The lists are behind the conversation where there is one column, the search behind a tab.
      dispatch(stageClosed());
      if (name === 'search') dispatch(tabChosen('people'));
      requestAnimationFrame(() => pressControl(name));
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat || takesText(event.target)) return;
      const name = windowKeyOf(event);
      if (name === null) return;
      if (name === 'list') {
        if (document.querySelector('[aria-modal="true"]') !== null) return;
        dispatch(dialogOpened('keys'));
      } else if (!pressControl(name)) {
        const isBehind = windowKeys[name].group === 'lists' || windowKeys[name].group === 'parley';
        if (!isBehind || document.querySelector('[aria-modal="true"]') !== null) return;
        pressWhenShown(name);
      }
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [dispatch]);
};

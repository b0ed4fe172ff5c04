import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  type DialogProps,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { DismissRegular } from './icons.ts';

const narrow = '@media (max-width: 480px)';

const useStyles = makeStyles({
  page: {
    maxWidth: '640px',
    [narrow]: {
      maxWidth: 'none',
      width: '100vw',
      maxHeight: '100vh',
      height: '100vh',
      borderRadius: 0,
      padding: tokens.spacingHorizontalL,
    },
  },
  pageBody: { [narrow]: { height: '100%' } },
  overlapping: { overflow: 'visible' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    overflowWrap: 'anywhere',
  },
  pageContent: { paddingRight: tokens.spacingHorizontalS },
  // Two beside each other where there is one column: the content needs the height.
  pageActions: {
    flexWrap: 'wrap',
    justifySelf: 'stretch',
    justifyContent: 'flex-end',
    alignItems: 'end',
    [narrow]: {
      display: 'flex',
      flexDirection: 'row',
      alignItems: 'end',
      '& > *': { flexGrow: 1, flexBasis: '40%' },
    },
  },
});

interface DialogFrameProps {
  readonly title: string;
  readonly actions: ReactNode;
  readonly children: ReactNode;
  readonly onClose: () => void;
  /**
   * `question` is as large as what it says (the default); `page` takes the whole of a narrow window;
   * what opens within an `overlapping` one reaches over its edge
   */
  readonly kind?: 'question' | 'page' | 'overlapping';
  readonly modalType?: DialogProps['modalType'];
  /** Name of a button in the corner that closes it; left out: there is none. */
  readonly closeLabel?: string;
  /** Name of the content where it scrolls: whoever uses the keyboard must get there. */
  readonly regionLabel?: string;
}

/** What all dialogs have in common: title, content and buttons in their places. */
export function DialogFrame(props: DialogFrameProps) {
  const { title, actions, children, onClose, kind = 'question', modalType = 'modal' } = props;
  const { closeLabel, regionLabel } = props;
  const styles = useStyles();
  const isPage = kind === 'page';
  const overlapping = kind === 'overlapping' && styles.overlapping;
  return (
    <Dialog open modalType={modalType} onOpenChange={onClose}>
      <DialogSurface className={mergeClasses(isPage && styles.page, overlapping)}>
        <DialogBody className={mergeClasses(isPage && styles.pageBody)}>
          <DialogTitle
            {...(closeLabel === undefined
              ? {}
              : {
                  action: (
                    <Button
                      appearance="subtle"
                      icon={<DismissRegular />}
                      aria-label={closeLabel}
                      onClick={onClose}
                    />
                  ),
                })}
          >
            {title}
          </DialogTitle>
          <DialogContent
            className={mergeClasses(styles.content, isPage && styles.pageContent, overlapping)}
            {...(regionLabel === undefined
              ? {}
              : { tabIndex: 0, role: 'region', 'aria-label': regionLabel })}
          >
            {children}
          </DialogContent>
          <DialogActions fluid className={mergeClasses(isPage && styles.pageActions)}>
            {actions}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';

/** A dialog that takes the whole of a narrow window. */
export const useMeetingDialogStyles = makeStyles({
  surface: {
    maxWidth: '560px',
    '@media (max-width: 480px)': {
      maxWidth: 'none',
      width: '100vw',
      maxHeight: '100vh',
      height: '100vh',
      borderRadius: 0,
      padding: tokens.spacingHorizontalL,
    },
  },
  body: { '@media (max-width: 480px)': { height: '100%' } },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingRight: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
  // Two beside each other where there is one column: the content needs the height.
  actions: {
    flexWrap: 'wrap',
    '@media (max-width: 480px)': {
      display: 'flex',
      flexDirection: 'row',
      justifySelf: 'stretch',
      '& > *': { flexGrow: 1, flexBasis: '40%' },
    },
  },
});

import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
} from '@fluentui/react-components';

/** Parley's blue, from darkest to lightest. */
const brand: BrandVariants = {
  10: '#03060f',
  20: '#0d1831',
  30: '#112656',
  40: '#143275',
  50: '#1a3d8d',
  60: '#2249a3',
  70: '#2b55b9',
  80: '#3562cf',
  90: '#4471de',
  100: '#5a82e4',
  110: '#6f93ea',
  120: '#85a4ef',
  130: '#9bb5f3',
  140: '#b1c6f7',
  150: '#c8d7fa',
  160: '#dfe8fd',
};

const fontFamilyBase =
  "'Segoe UI Variable Text', 'Segoe UI', -apple-system, system-ui, 'Noto Sans', 'Helvetica Neue', sans-serif";

export const lightTheme: Theme = { ...createLightTheme(brand), fontFamilyBase };

const dark = createDarkTheme(brand);

/** On dark backgrounds the brand's lighter steps are the legible ones. */
export const darkTheme: Theme = {
  ...dark,
  fontFamilyBase,
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[120],
  colorCompoundBrandForeground1: brand[120],
};

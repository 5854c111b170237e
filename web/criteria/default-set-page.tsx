export { DefaultSetPage as default } from './criteria-set-page.tsx';

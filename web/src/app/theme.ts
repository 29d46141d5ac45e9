import { createTheme, type MantineColorsTuple } from '@mantine/core';

const river: MantineColorsTuple = [
  '#eaf4f3',
  '#d3e7e5',
  '#a9d0cc',
  '#7cb7b2',
  '#56a19b',
  '#37857f',
  '#1f6b66',
  '#125b57',
  '#0f4c4a',
  '#0a3a39',
];

export const theme = createTheme({
  colors: { river },
  primaryColor: 'river',
  primaryShade: 7,
  fontFamily: '"Be Vietnam Pro", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, Consolas, monospace',
  headings: { fontFamily: '"Be Vietnam Pro", system-ui, sans-serif', fontWeight: '600' },
  defaultRadius: 'sm',
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  components: {
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    NativeSelect: { defaultProps: { size: 'sm' } },
    Button: { defaultProps: { size: 'sm' } },
  },
});

import { createTheme, Input, InputWrapper, NumberInput, Select } from '@mantine/core';
import field from './field.module.css';

/** Mantine's parts with our look; colours, type and spacing come from variables.css. */
export const mantineTheme = createTheme({
  fontFamily: 'var(--face-text)',
  fontFamilyMonospace: 'var(--face-text)',
  headings: { fontFamily: 'var(--face-heading)' },
  respectReducedMotion: true,
  components: {
    InputWrapper: InputWrapper.extend({
      classNames: {
        root: field.wrapper,
        label: field.label,
        required: field.required,
        description: field.description,
        error: field.error,
      },
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
    Input: Input.extend({ classNames: { wrapper: field.control, input: field.input } }),
    Select: Select.extend({
      classNames: { dropdown: field.dropdown, option: field.option, groupLabel: field.group },
      defaultProps: {
        allowDeselect: false,
        checkIconPosition: 'right',
        maxDropdownHeight: 280,
        comboboxProps: { transitionProps: { duration: 0 }, offset: 4, withinPortal: false },
      },
    }),
    NumberInput: NumberInput.extend({
      defaultProps: { hideControls: true, allowDecimal: false, allowNegative: false },
    }),
  },
});

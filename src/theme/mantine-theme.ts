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
      classNames: { dropdown: field.dropdown, options: field.options, option: field.option, groupLabel: field.group },
      defaultProps: {
        allowDeselect: false,
        checkIconPosition: 'right',
        // The list scrolls by itself: a scroll area within it is a part that no key reaches.
        withScrollArea: false,
        // Nor is the list itself one that Tab stops at.
        attributes: { options: { tabIndex: -1 } },
        comboboxProps: { transitionProps: { duration: 0 }, offset: 4, withinPortal: false },
      },
    }),
    NumberInput: NumberInput.extend({
      defaultProps: { hideControls: true, allowDecimal: false, allowNegative: false },
    }),
  },
});

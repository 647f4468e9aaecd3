import './fonts';
import './mantine.css';
import './variables.css';
import './global.css';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { mantineTheme } from './mantine-theme';
import { useColorScheme } from './use-color-scheme';

/**
 * The look around a window's content. Mantine's own style tags (variables, visibility classes) are off: variables.css
 * holds them, so the content security policy needs no exception.
 */
export function ThemeRoot({ children }: { children: ReactNode }) {
  const scheme = useColorScheme();
  return (
    <MantineProvider theme={mantineTheme} forceColorScheme={scheme} withCssVariables={false} withGlobalClasses={false}>
      {children}
    </MantineProvider>
  );
}

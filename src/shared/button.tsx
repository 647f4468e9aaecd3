import type { ComponentProps } from 'react';
import classes from './button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  /** `main`: the one thing to do here; `quiet`: anything else; `plain`: a word in a line. */
  kind?: 'main' | 'quiet' | 'plain';
}

export function Button({ kind = 'quiet', type = 'button', className = '', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={`${classes.button} ${classes[kind]} ${className}`} />;
}

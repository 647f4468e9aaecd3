import type { ReactNode, Ref } from 'react';
import classes from './page.module.css';

interface PageProps {
  title: ReactNode;
  /** A line under the title: what there is, in one sentence. */
  line?: ReactNode;
  /** What can be done with the whole page. */
  actions?: ReactNode;
  /** Pages of text keep to a readable width; the week takes all there is. */
  isWide?: boolean;
  children: ReactNode;
}

/** One view: its title, and what stands below it. */
export function Page({ title, line, actions, isWide = false, children }: PageProps) {
  return (
    <div className={classes.page} data-wide={isWide || undefined}>
      <header className={classes.head}>
        <div>
          <h1>{title}</h1>
          {line && <p className={classes.line}>{line}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

interface SectionProps extends Omit<PageProps, 'isWide'> {
  ref?: Ref<HTMLElement>;
}

/** A part of a page, under a heading of its own. */
export function Section({ title, line, actions, children, ref }: SectionProps) {
  return (
    <section ref={ref} className={classes.section}>
      <header className={classes.head}>
        <div>
          <h2>{title}</h2>
          {line && <p className={classes.line}>{line}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}

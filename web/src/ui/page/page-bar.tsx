import { type ReactNode, useEffect } from 'react';
import { usePageTools } from './page-tools';
import styles from './page.module.css';

export interface PageBarProps {
  /** Title of the window. */
  title: string;
  /** Breadcrumb and title; the page's one h1 is here or in the page. */
  children: ReactNode;
  /** Before the account: the page's own actions, the solid one last. Without any, there is the button that makes a record. */
  actions?: ReactNode;
}

/** The bar at the top of a page: where one is at its start, what one can do at its end. */
export function PageBar({ title, children, actions }: PageBarProps) {
  const { bell, account, create } = usePageTools();
  useEffect(() => {
    document.title = `${title} · Rapport`;
  }, [title]);
  return (
    <header className={styles.bar}>
      <div className={styles.crumb}>{children}</div>
      <div className={styles.actions}>
        {bell}
        {actions ?? create}
        {account}
      </div>
    </header>
  );
}

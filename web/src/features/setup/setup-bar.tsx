import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '@/i18n/use-text';
import { Icon } from '@/ui/icon/icon';
import { PageBar } from '@/ui/page/page-bar';
import styles from './setup.module.css';

export interface SetupBarProps {
  title: string;
  /** Stands before the title. */
  sign?: ReactNode;
  /** What can be done here; the solid one last. */
  actions?: ReactNode;
}

/** The bar over an area of setup. */
export function SetupBar({ title, sign, actions }: SetupBarProps) {
  const t = useText();
  return (
    <PageBar title={title} actions={<>{actions}</>}>
      <span className={styles.way}>
        <Link to="/setup" activeOptions={{ exact: true }}>
          {t('frame.setup')}
        </Link>
        <Icon name="chevron-right" size={14} />
      </span>
      {sign}
      <h1>{title}</h1>
    </PageBar>
  );
}

import type { ReactNode } from 'react';
import { useShownLocale } from '@/fields/company-fields';
import { locales, offeredLocales } from '@/i18n/locales';
import { changePreferences } from '@/lib/preferences';
import { Button } from '@/ui/button/button';
import { Icon } from '@/ui/icon/icon';
import { Mark } from '@/ui/mark/mark';
import { Menu } from '@/ui/menu/menu';
import { LoginArt } from './login-art';
import styles from './login.module.css';

/** The page of those who are not logged in: the mark, the language, a form, and a picture beside it. */
export function LoginLayout({ children }: { children: ReactNode }) {
  const current = useShownLocale();
  return (
    <div className={styles.page}>
      <main className={styles.side}>
        <header className={styles.head}>
          <Mark size={26} />
          <span>Rapport</span>
          <Menu
            target={
              <Button kind="quiet" small icon="language">
                {locales[current].name}
                <Icon name="chevron-down" size={14} />
              </Button>
            }
            sections={() => [{ items: offeredLocales.map((locale) => ({ id: locale, label: locales[locale].name, run: () => changePreferences({ language: locale }) })) }]}
          />
        </header>
        {children}
      </main>
      <LoginArt />
    </div>
  );
}

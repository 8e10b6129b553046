import { useEffect, useSyncExternalStore } from 'react';
import { locales, nearestLocale } from '@/i18n/locales';
import { usePreferences } from '@/lib/preferences';

const darkWished = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  darkWished.addEventListener('change', listener);
  return () => darkWished.removeEventListener('change', listener);
}

/** Puts theme and density on the page; answers the direction of the language. */
export function useAppearance(): 'ltr' | 'rtl' {
  const { theme, density, language } = usePreferences();
  const systemDark = useSyncExternalStore(subscribe, () => darkWished.matches);
  const dark = theme === 'dark' || (theme === 'system' && systemDark);
  useEffect(() => {
    document.documentElement.classList.toggle('dark', dark);
    document.documentElement.dataset.density = density;
  }, [dark, density]);
  return locales[nearestLocale([language, ...navigator.languages])].dir;
}

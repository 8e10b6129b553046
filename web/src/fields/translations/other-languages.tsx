import { useId, useState } from 'react';
import { locales } from '@/i18n/locales';
import { useText } from '@/i18n/use-text';
import { type Translations, withWord } from '@/lib/translations';
import { Icon } from '@/ui/icon/icon';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { TextInput } from '@/ui/input/text-input';
import styles from './translations.module.css';
import { useLanguages } from './use-languages';

/** Something that people read, and where its translations are kept. */
export interface Word {
  /** Tells it from the others in the form. */
  id: string;
  /** What its box is called. */
  label: string;
  /** As it was written: what people see who have no translation. */
  written: string;
  /** What it is called in the translations: label, help, … */
  key: string;
  translations?: Translations;
  onChange: (translations: Translations) => void;
}

/** What a form asks for, in one other language at a time. It stays folded until it is wanted. */
export function OtherLanguages({ words }: { words: readonly Word[] }) {
  const t = useText();
  const id = useId();
  const languages = useLanguages();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const said = (language: string) => words.filter(({ translations, key }) => translations?.[language]?.[key]).length;
  const language = languages.find((each) => each === chosen) ?? languages.find((each) => said(each) > 0) ?? languages[0] ?? 'en';
  return (
    <details className={styles.area} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} size={14} />
        {t('setup.other_languages')}
      </summary>
      {open && (
        <div className={styles.words}>
          <FieldFrame id={`${id}-language`} label={t('frame.language')} help={t('setup.other_languages_help')}>
            <Select id={`${id}-language`} value={language} options={languages.map((each) => ({ value: each, label: `${locales[each].name} (${said(each)}/${words.length})` }))} onChange={(event) => setChosen(event.target.value)} />
          </FieldFrame>
          {words.map((word) => (
            <FieldFrame key={word.id} id={`${id}-${word.id}`} label={t('setup.word_in', { word: word.label, language: locales[language].name })}>
              <TextInput
                id={`${id}-${word.id}`}
                lang={language}
                dir={locales[language].dir}
                placeholder={word.written}
                value={word.translations?.[language]?.[word.key] ?? ''}
                onChange={(event) => word.onChange(withWord(word.translations, language, word.key, event.target.value))}
              />
            </FieldFrame>
          ))}
        </div>
      )}
    </details>
  );
}

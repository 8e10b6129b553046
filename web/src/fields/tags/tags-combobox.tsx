import { Combobox, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { allowed, useCatalogue, useMe } from '@/api/catalogue';
import { offeredTagsQuery } from '@/api/tags';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { announce } from '@/ui/announcer/announce';
import { IconButton } from '@/ui/button/icon-button';
import { Icon } from '@/ui/icon/icon';
import { TextInput } from '@/ui/input/text-input';
import { Tag } from '@/ui/tag/tag';
import fields from '../fields.module.css';
import type { InputProps } from '../field-kit';
import { useTints } from './use-tints';
import { beginsLike, withTag, withoutTag, wordsOf } from './words';
import styles from './tags.module.css';

const asMadeUp = 'made up';

/** Tags side by side, and a place to type the next: those in use are offered, any other is made by Enter. */
export function TagsCombobox({ id, field, value, onChange, record, invalid, describedBy, autoFocus }: InputProps) {
  const t = useText();
  const me = useMe();
  const tintOf = useTints();
  const object = useCatalogue().objectOfId(record.id)?.name;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState('');
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const wanted = typed.trim();
  const [asked] = useDebouncedValue(wanted, 120);
  const { data: known = [], isFetching } = useQuery({ ...offeredTagsQuery(object, asked), enabled: combobox.dropdownOpened && allowed(me, 'tag', 'read'), placeholderData: keepPreviousData });
  const has = (tags: readonly string[], tag: string) => tags.some((each) => each.toLowerCase() === tag.toLowerCase());
  const options = known.filter((tag) => !has(chosen, tag.name) && beginsLike(tag.name, wanted));
  const isNew = wanted !== '' && !has([...chosen, ...known.map((tag) => tag.name)], wanted);

  function put(tags: string[]) {
    onChange(tags.length > 0 ? tags : null);
  }
  function add(tags: readonly string[], rest = '') {
    const spelled = (tag: string) => known.find((each) => each.name.toLowerCase() === tag.trim().toLowerCase())?.name ?? tag;
    if (tags.length > 0) put(tags.reduce((all, tag) => withTag(all, spelled(tag)), chosen));
    setTyped(rest);
    combobox.resetSelectedOption();
  }
  function remove(tag: string) {
    put(withoutTag(chosen, tag));
    announce(t('tags.removed', { tag }));
  }
  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && wanted !== '' && combobox.getSelectedOptionIndex() === -1) {
      event.preventDefault();
      add([wanted]);
    }
    const last = chosen.at(-1);
    // Whoever holds the key down empties the field, and no more.
    if (event.key === 'Backspace' && !event.repeat && typed === '' && last !== undefined) remove(last);
  }
  return (
    // Within what holds it: a press on an option is no press outside a panel that asks for tags.
    <Combobox
      unstyled
      store={combobox}
      onOptionSubmit={(key) => add([key === asMadeUp ? wanted : key])}
      position="bottom-start"
      withinPortal={false}
      floatingStrategy="fixed"
      transitionProps={{ duration: 0 }}
      classNames={{ dropdown: classNames(fields.options, styles.offered), option: fields.option }}
      width="target"
    >
      <div className={styles.tags}>
        {chosen.map((tag) => (
          <span key={tag} className={styles.chosen}>
            <Tag tint={tintOf(tag)}>{tag}</Tag>
            <IconButton
              icon="x"
              small
              label={t('tags.remove', { tag })}
              onMouseDown={(event) => event.preventDefault()}
              onClick={(event) => {
                // The button goes with its tag: whoever pressed it by keyboard goes on in the field.
                if (document.activeElement === event.currentTarget) document.getElementById(id)?.focus();
                remove(tag);
              }}
            />
          </span>
        ))}
        <Combobox.Target>
          <span className={styles.next}>
            <Combobox.EventsTarget withExpandedAttribute>
              <TextInput
                id={id}
                autoComplete="off"
                placeholder={t('tags.type')}
                value={typed}
                invalid={invalid}
                aria-label={field.label}
                aria-describedby={describedBy}
                autoFocus={autoFocus}
                onClick={() => combobox.openDropdown()}
                onBlur={() => {
                  if (wanted !== '') add([wanted]);
                  combobox.closeDropdown();
                }}
                onKeyDown={press}
                onChange={(event) => {
                  const { ended, rest } = wordsOf(event.target.value);
                  add(ended, rest);
                  combobox.openDropdown();
                }}
              />
            </Combobox.EventsTarget>
          </span>
        </Combobox.Target>
      </div>
      <Combobox.Dropdown hidden={options.length === 0 && !isNew} onMouseDown={(event) => event.preventDefault()}>
        <Combobox.Options aria-label={field.label}>
          {options.map((tag) => (
            <Combobox.Option key={tag.id} value={tag.name}>
              <Tag tint={tag.tint}>{tag.name}</Tag>
            </Combobox.Option>
          ))}
          {isNew && !isFetching && (
            <Combobox.Option value={asMadeUp}>
              <Icon name="plus" size={14} />
              {t('tags.new', { tag: wanted })}
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

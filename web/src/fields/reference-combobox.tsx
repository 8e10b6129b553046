import { Combobox, useCombobox } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { allowed, useMe } from '@/api/catalogue';
import { relatedName, saidName } from '@/api/columns';
import { useRecordName } from '@/api/record-names';
import { createRecord, recordsKey } from '@/api/records';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { Icon } from '@/ui/icon/icon';
import { TextInput } from '@/ui/input/text-input';
import { useToast } from '@/ui/toast/use-toast';
import type { InputProps } from './field-kit';
import { RecordAvatar } from './record-avatar';
import { type ReferenceOption, useReferenceOptions } from './reference-options';
import styles from './fields.module.css';

// The form draws this input, too: it comes when it is needed.
const InlineCreate = lazy(async () => ({ default: (await import('./inline-create')).InlineCreate }));

const createNew = 'create';

/** Finds the record to refer to by typing a part of its name; makes a new one where a name is all it takes. */
export function ReferenceCombobox({ id, field, value, onChange, onDone, record, invalid, describedBy, autoFocus }: InputProps) {
  const t = useText();
  const me = useMe();
  const toast = useToast();
  const queries = useQueryClient();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  // The name that a new record is being made with, when a name alone is not enough.
  const [making, setMaking] = useState<string | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const known = relatedName(record, field);
  const asked = useRecordName(typeof value === 'string' && value !== '' && known === null ? value : undefined);
  const { options, target, searching, wanted } = useReferenceOptions(field, record, typed ?? '', combobox.dropdownOpened);
  const chosenName = value ? saidName(target, known ?? asked ?? '') : '';
  const nameIsEnough = target !== undefined && !target.administrative && allowed(me, target.name, 'create') && field.targets?.length === 1 && target.fields.every((each) => !each.required || each.name === target.name_field || each.default_value !== null);
  const mayMake = target !== undefined && !target.administrative && !target.hidden && target.name !== 'file' && allowed(me, target.name, 'create') && field.targets?.length === 1;
  const offersNew = mayMake && wanted !== '' && !searching && !options.some((option) => option.name.toLowerCase() === wanted.toLowerCase());

  function choose(option: { id: string; name: string } | null) {
    setTyped(null);
    combobox.closeDropdown();
    onChange(option?.id ?? null, field.relation ? { [field.relation]: option ? { name: option.name } : null } : undefined);
    onDone?.();
  }
  async function create() {
    if (!target) return;
    if (!nameIsEnough) {
      combobox.closeDropdown();
      return setMaking(wanted);
    }
    try {
      const { answer: made } = await createRecord(target.name, { [target.name_field]: wanted });
      void queries.invalidateQueries({ queryKey: recordsKey(target.name) });
      choose({ id: made.id, name: wanted });
    } catch (error) {
      toast({ text: reasonOf(error), failed: true });
    }
  }
  function submit(key: string) {
    if (key === createNew) return void create();
    choose(options.find((option: ReferenceOption) => option.id === key) ?? null);
  }
  return (
    <Combobox unstyled store={combobox} onOptionSubmit={submit} position="bottom-start" transitionProps={{ duration: 0 }} classNames={{ dropdown: styles.options, option: styles.option }} width="target">
      <Combobox.Target>
        <span className={styles.combobox}>
          <Combobox.EventsTarget withExpandedAttribute>
            <TextInput
              id={id}
              autoComplete="off"
              placeholder={t('field.search', { what: target && field.targets?.length === 1 ? target.label : t('field.record') })}
              value={typed ?? chosenName}
              invalid={invalid}
              aria-describedby={describedBy}
              autoFocus={autoFocus}
              onFocus={(event) => {
                event.target.select();
                combobox.openDropdown();
              }}
              onBlur={() => {
                combobox.closeDropdown();
                setTyped(null);
              }}
              onChange={(event) => {
                setTyped(event.target.value);
                combobox.openDropdown();
                combobox.updateSelectedOptionIndex();
              }}
            />
          </Combobox.EventsTarget>
          {value !== null && !field.required && <IconButton icon="x" small className={styles.clear} label={t('field.clear', { field: field.label })} tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(null)} />}
        </span>
      </Combobox.Target>
      <Combobox.Dropdown onMouseDown={(event) => event.preventDefault()}>
        <Combobox.Options>
          {options.map((option) => (
            <Combobox.Option key={option.id} value={option.id}>
              <RecordAvatar object={option.object} name={option.name} size={20} />
              <bdi>{saidName(option.object, option.name)}</bdi>
              {option.detail && <small>{option.detail}</small>}
            </Combobox.Option>
          ))}
          {offersNew && (
            <Combobox.Option value={createNew}>
              <Icon name="plus" size={14} />
              {t('field.create_named', { object: target?.label ?? '', name: wanted })}
            </Combobox.Option>
          )}
          {options.length === 0 && !offersNew && <Combobox.Empty className={styles.note}>{t(searching ? 'common.loading' : wanted ? 'field.none_found' : 'field.type_to_search')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
      {making !== null && target && (
        <Suspense>
          <InlineCreate
            object={target}
            name={making}
            onMade={(made) => {
              setMaking(null);
              choose(made);
            }}
            onClose={() => setMaking(null)}
          />
        </Suspense>
      )}
    </Combobox>
  );
}

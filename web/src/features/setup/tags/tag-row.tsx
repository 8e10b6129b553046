import { Link } from '@tanstack/react-router';
import { fieldOf, useCatalogue } from '@/api/catalogue';
import type { UsedTag } from '@/api/tags';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { IconButton } from '@/ui/button/icon-button';
import { Checkbox } from '@/ui/input/checkbox';
import { Select } from '@/ui/input/select';
import { Tag } from '@/ui/tag/tag';
import styles from '../setup.module.css';

export interface TagRowProps {
  tag: UsedTag;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  onTint: (tint: UsedTag['tint']) => void;
  onRename: () => void;
  onDelete: () => void;
}

/** A tag as it looks, its colour, and the lists of those that have it. */
export function TagRow({ tag, chosen, onChoose, onTint, onRename, onDelete }: TagRowProps) {
  const t = useText();
  const formats = useFormats();
  const catalogue = useCatalogue();
  const object = catalogue.find('tag');
  const tints = (object && fieldOf(object, 'tint')?.options) ?? [];
  const uses = Object.entries(tag.objects).flatMap(([name, count]) => {
    const found = catalogue.find(name);
    const field = found?.fields.find((each) => each.type === 'tags');
    return found && field ? [{ object: found, field, count }] : [];
  });
  return (
    <tr>
      <th scope="row">
        <span className={styles.named}>
          <Checkbox aria-label={t('tags.choose', { tag: tag.name })} checked={chosen} onChange={(event) => onChoose(event.target.checked)} />
          <Tag tint={tag.tint}>{tag.name}</Tag>
        </span>
      </th>
      <td>
        <Select small className={styles.tint} aria-label={t('tags.tint_of', { tag: tag.name })} empty={t('field.none')} options={tints} value={tag.tint} onChange={(event) => onTint(event.target.value as UsedTag['tint'])} />
      </td>
      <td>
        <span className={styles.on}>
          {uses.map(({ object: each, field, count }) => (
            <Link key={each.name} to="/o/$object" params={{ object: each.name }} search={{ filter: { field: field.name, op: 'includes', value: [tag.name] } }}>
              {t('tags.on', { objects: each.plural_label, number: formats.number(count) })}
            </Link>
          ))}
        </span>
      </td>
      <td className={styles.end}>
        <IconButton icon="pencil" small label={t('tags.rename', { tag: tag.name })} onClick={onRename} />
        <IconButton icon="trash" small label={t('tags.delete', { tag: tag.name })} onClick={onDelete} />
      </td>
    </tr>
  );
}

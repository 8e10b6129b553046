import { useText } from '@/i18n/use-text';
import { Icon } from '@/ui/icon/icon';
import styles from './import.module.css';

export const steps = ['file', 'columns', 'check', 'run'] as const;
export type Step = (typeof steps)[number];

/** Where one is on the way from a file to records. */
export function ImportSteps({ current }: { current: Step }) {
  const t = useText();
  const at = steps.indexOf(current);
  return (
    <ol className={styles.steps} aria-label={t('import.steps')}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === current ? 'step' : undefined} data-done={index < at || undefined}>
          <i>{index < at ? <Icon name="check" size={12} /> : index + 1}</i>
          <span>{t(`import.step_${step}`)}</span>
        </li>
      ))}
    </ol>
  );
}

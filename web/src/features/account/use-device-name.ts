import { useText } from '@/i18n/use-text';
import { deviceOf } from './device';

/** What people call a device, by what its browser says of itself. */
export function useDeviceName(): (agent: string) => string {
  const t = useText();
  return (agent) => {
    const device = deviceOf(agent);
    return device ? t('account.device_name', device) : agent || t('account.device_unknown');
  };
}

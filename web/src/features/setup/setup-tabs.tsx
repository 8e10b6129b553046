import { useNavigate } from '@tanstack/react-router';
import { useText } from '@/i18n/use-text';
import { Tabs } from '@/ui/tabs/tabs';

/** The parts of setup. People are records of the object user, so their tab leads to that list. */
export function SetupTabs({ selected }: { selected: 'objects' | 'pipelines' }) {
  const t = useText();
  const navigate = useNavigate();
  const open = { objects: () => navigate({ to: '/setup' }), pipelines: () => navigate({ to: '/setup/pipelines' }), users: () => navigate({ to: '/o/$object', params: { object: 'user' } }) };
  return (
    <Tabs
      label={t('frame.setup')}
      selected={selected}
      tabs={[
        { id: 'objects', label: t('setup.objects') },
        { id: 'pipelines', label: t('setup.pipelines') },
        { id: 'users', label: t('setup.users') },
      ]}
      onSelect={(id) => void open[id as keyof typeof open]()}
    />
  );
}

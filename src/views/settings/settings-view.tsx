import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { BlocksSection } from './blocks-section';
import { ComputerSection } from './computer-section';
import { DataSection } from './data-section';
import { HoursSection } from './hours-section';
import { SampleSection } from './sample-section';
import { YouSection } from './you-section';

export function SettingsView() {
  const { t } = useTranslation();
  return (
    <Page title={t('settings.title')}>
      <YouSection />
      <HoursSection />
      <BlocksSection />
      <ComputerSection />
      <DataSection />
      <SampleSection />
    </Page>
  );
}

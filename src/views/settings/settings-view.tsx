import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { BlocksSection } from './blocks-section';
import { CalendarsSection } from './calendars-section';
import { ComputerSection } from './computer-section';
import { DataSection } from './data-section';
import { DaysOffSection } from './days-off-section';
import { HoursSection } from './hours-section';
import { RoomSection } from './room-section';
import { SampleSection } from './sample-section';
import { TemplatesSection } from './templates-section';
import { WaitingSection } from './waiting-section';
import { YouSection } from './you-section';

export function SettingsView() {
  const { t } = useTranslation();
  return (
    <Page title={t('settings.title')}>
      <YouSection />
      <HoursSection />
      <DaysOffSection />
      <BlocksSection kind="callback" />
      <BlocksSection kind="focus" />
      <RoomSection />
      <WaitingSection />
      <TemplatesSection />
      <CalendarsSection />
      <ComputerSection />
      <DataSection />
      <SampleSection />
    </Page>
  );
}
